package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.jupiter.Netns;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.Engine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document's machine as Docker itself makes it: four containers on docker0, one on docker_gwbridge. */
@NodeWithAnEngine
class ContainersOfAnEngine {

    private static final List<String> ON_DOCKER0 = List.of("cache", "db", "front", "web");

    @BeforeAll
    static void start(Engine engine) {
        Containers containers = new Containers(engine);
        containers.network("docker_gwbridge", "172.18.0.0/16", false, Map.of());
        ON_DOCKER0.forEach(name -> containers.run(name, "bridge"));
        containers.run("ingress", "docker_gwbridge");
    }

    @Test
    @Scenario(
            id = "E1.4",
            title = "a container of a real engine reaches the world by veth, docker0 and NIC, seen as the node")
    void the_way_to_the_world(Engine engine, @Netns("internet") NetworkNamespace internet) {
        NetworkNamespace web = engine.container("web");
        String veth = vethOf(engine, web);

        assertThat(web).canReach("8.8.8.8").withTtl(103).isSeenAs("10.0.0.2");
        assertThat(internet).whenPingedBy(web, "8.8.8.8").seesSource("10.0.0.2");
        assertThat(Diagnosis.observe(Ping.of(web, "8.8.8.8")).path())
                .extracting(sighting -> sighting.toString().replaceAll(" .*", "") + " "
                        + sighting.toString().split(" ")[1])
                .containsExactly(
                        "tx web/eth0",
                        "rx node/" + veth,
                        "rx node/docker0",
                        "tx node/eth0",
                        "rx internet/eth0",
                        "tx internet/eth0",
                        "rx node/eth0",
                        "tx node/docker0",
                        "tx node/" + veth,
                        "rx web/eth0");
    }

    @Test
    @Scenario(
            id = "E3.1",
            title = "each container of a real engine has one veth at the node, told by index and netnsid")
    void pairing(Engine engine, @Netns("node") NetworkNamespace node) {
        for (String name : List.of("cache", "db", "front", "web", "ingress")) {
            NetworkNamespace container = engine.container(name);

            assertThat(node).link(vethOf(engine, container)).isPairedWith(container, "eth0");
        }
    }

    @Test
    @NeedsProgram("docker")
    @Scenario(id = "E3.2", title = "veth.sh, run with the docker command against a real engine, agrees with the kernel")
    void veth_script(Engine engine, @Netns("node") NetworkNamespace node) {
        List<String> wanted = List.of("cache", "db", "front", "web", "ingress").stream()
                .map(name -> {
                    String veth = vethOf(engine, engine.container(name));
                    String id = engine.client().inspectContainerCmd(name).exec().getId();
                    return veth + ": is paired with eth0@if" + node.link(veth).index() + " on " + id.substring(0, 12);
                })
                .toList();

        assertThat(AsDockerDoesIt.vethScript(node, engine.socket())).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    @Scenario(id = "E2.1", title = "ip addr show on a node with a real engine: five veths, four of them on docker0")
    void ip_addr_show(@Netns("node") NetworkNamespace node) {
        List<String> veths = Veths.shownAt(node);

        assertThat(veths).hasSize(5);
        assertThat(veths).filteredOn(line -> line.contains(" master docker0 ")).hasSize(4);
        assertThat(veths)
                .filteredOn(line -> line.contains(" master docker_gwbridge "))
                .hasSize(1);
    }

    @Test
    @Scenario(id = "E4.1", title = "docker0 of a real engine has a veth of each container as its member")
    void members(Engine engine, @Netns("node") NetworkNamespace node) {
        int docker0 = node.link("docker0").index();

        assertThat(node.links())
                .filteredOn(link -> link.master().orElse(0) == docker0)
                .extracting(LinkState::name)
                .containsExactlyInAnyOrderElementsOf(ON_DOCKER0.stream()
                        .map(name -> vethOf(engine, engine.container(name)))
                        .toList());
        assertThat(node).link(vethOf(engine, engine.container("ingress"))).hasMaster("docker_gwbridge");
    }

    @Test
    @Scenario(id = "E5.1", title = "a real engine masquerades each bridge's network as the document shows")
    void masquerade(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("iptables", "-t", "nat", "-S", "POSTROUTING")
                        .orThrow()
                        .stdout()
                        .lines())
                .contains(
                        "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
                        "-A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE");
    }

    @Test
    @Scenario(id = "E6.1", title = "the routes of a node with a real engine are those of the document")
    void routes(@Netns("node") NetworkNamespace node) {
        assertThat(node).hasRoute("default");
        assertThat(node.exec("netstat", "-rn").orThrow().stdout().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "0.0.0.0 10.0.0.1 0.0.0.0 UG 0 0 0 eth0",
                        "172.17.0.0 0.0.0.0 255.255.0.0 U 0 0 0 docker0",
                        "172.18.0.0 0.0.0.0 255.255.0.0 U 0 0 0 docker_gwbridge");
    }

    private static String vethOf(Engine engine, NetworkNamespace container) {
        return engine.netns().links().stream()
                .filter(link -> engine.netns().isPeerOf(link, container))
                .map(LinkState::name)
                .findFirst()
                .orElseThrow();
    }
}
