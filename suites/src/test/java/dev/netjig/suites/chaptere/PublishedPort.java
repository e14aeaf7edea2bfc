package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.droppedByRule;
import static dev.netjig.assertions.Reasons.portClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.probe.Endpoint;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.Engine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docker run -d -p 30080:80}, and who gets there. */
@NodeWithAnEngine
class PublishedPort {

    private static final Endpoint PUBLISHED = Endpoint.tcp("10.0.0.2", 30080);

    @BeforeAll
    static void serve(Engine engine) {
        Containers containers = new Containers(engine);
        containers.serve("web", 30080);
        containers.run("other", "bridge");
        containers.serve("blocked", 30082);
    }

    @Test
    @Scenario(id = "E5.3", title = "a published port is reached from outside: DNAT sends it to the container")
    void from_outside(@Netns("internet") NetworkNamespace internet) {
        assertThat(internet).canReach(PUBLISHED).isRewrittenTo("172.17.0.2", 80);
    }

    @Test
    @Scenario(id = "E5.4", title = "a published port is reached from the node, by its address and by localhost")
    void from_the_node(@Netns("node") NetworkNamespace node) {
        assertThat(node).canReach(PUBLISHED).isRewrittenTo("172.17.0.2", 80);
        assertThat(node).canReach(Endpoint.tcp("127.0.0.1", 30080));
    }

    @Test
    @Scenario(id = "E5.5", title = "a published port is reached from the container itself (hairpin) and its neighbour")
    void from_containers(Engine engine) {
        assertThat(engine.container("web")).canReach(PUBLISHED);
        assertThat(engine.container("other")).canReach(PUBLISHED);
    }

    @Test
    @Scenario(id = "E5.6", title = "a port that was not published is closed at the node, and no way to the container")
    void not_published(Engine engine, @Netns("internet") NetworkNamespace internet) {
        assertThat(internet).cannotReach(Endpoint.tcp("10.0.0.2", 30081)).because(portClosed("node"));
        internet.exec("ip", "route", "add", "172.17.0.0/16", "via", "10.0.0.2").orThrow();
        assertDropped(
                internet,
                Endpoint.icmp("172.17.0.2"),
                "nothing but published ports of container web in network" + " bridge is let in");
        assertDropped(
                internet,
                Endpoint.tcp("172.17.0.3", 80),
                "port 80 of container other in network bridge is not published");
        assertThat(engine.container("web")).canReach("8.8.8.8");
    }

    @Test
    @Scenario(id = "E5.7", title = "a rule in DOCKER-USER, which is the user's own, counts before Docker's")
    void docker_user(@Netns("node") NetworkNamespace node, @Netns("internet") NetworkNamespace internet) {
        node.exec("iptables", "-I", "DOCKER-USER", "-d", "172.17.0.4", "-j", "DROP")
                .orThrow();

        assertThat(assertThat(internet)
                        .cannotReach(Endpoint.tcp("10.0.0.2", 30082))
                        .because(droppedByRule("node", "-d 172.17.0.4/32 -j DROP")))
                .asString()
                .contains("of chain ip filter DOCKER-USER (Docker: chain DOCKER-USER is for rules of the user's own)"
                        + " dropped it");
    }

    private static void assertDropped(NetworkNamespace from, Endpoint to, String why) {
        assertThat(assertThat(from).cannotReach(to).because(droppedBy("node", FORWARD_POLICY)))
                .asString()
                .contains("the policy of chain ip filter FORWARD (Docker: " + why + ") dropped it");
    }
}
