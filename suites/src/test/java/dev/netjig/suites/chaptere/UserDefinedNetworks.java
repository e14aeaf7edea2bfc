package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedByRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.testcontainers.Engine;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Networks beside the default one, and whom Docker keeps from whom; each "no" is a rule of Docker's own, whose reason is told. */
@NodeWithAnEngine
class UserDefinedNetworks {

    private static final String OUTSIDE = "8.8.8.8";

    @BeforeAll
    static void start(Engine engine) {
        Containers containers = new Containers(engine);
        containers.network("br-front", "172.20.0.0/16", false, Map.of());
        containers.network("br-quiet", "172.21.0.0/16", false, Map.of("com.docker.network.bridge.enable_icc", "false"));
        containers.network("br-inside", "172.22.0.0/16", true, Map.of());
        containers.run("default1", "bridge");
        containers.run("front1", "br-front");
        containers.run("front2", "br-front");
        containers.run("quiet1", "br-quiet");
        containers.run("quiet2", "br-quiet");
        NetworkNamespace inside = containers.run("inside1", "br-inside");
        inside.exec("ip", "route", "replace", "default", "via", "172.22.0.1").orThrow();
        containers.run("inside2", "br-inside");
    }

    @Test
    @Scenario(id = "E1.5", title = "containers of one user-defined network reach each other and the world")
    void one_network(Engine engine, @Netns("internet") NetworkNamespace internet) {
        NetworkNamespace front = engine.container("front1");

        assertThat(front).canReach("172.20.0.3").withTtl(64);
        assertThat(front).canReach(OUTSIDE).withTtl(103);
        assertThat(internet).whenPingedBy(front, OUTSIDE).seesSource("10.0.0.2");
    }

    @Test
    @Scenario(
            id = "E1.6",
            title = "networks are kept apart by DOCKER-ISOLATION-STAGE-2, which drops what leaves by another")
    void two_networks(Engine engine) {
        assertDropped(
                engine.container("front1"),
                "172.17.0.2",
                "-o docker0 -j DROP",
                "DOCKER-ISOLATION-STAGE-2 (Docker: isolation between networks br-front and bridge)");
        assertDropped(
                engine.container("default1"),
                "172.20.0.2",
                "-o br-front -j DROP",
                "DOCKER-ISOLATION-STAGE-2 (Docker: isolation between networks bridge and br-front)");
    }

    @Test
    @Scenario(id = "E1.7", title = "with icc=false containers of one network do not reach each other, but the world")
    void without_icc(Engine engine) {
        NetworkNamespace quiet = engine.container("quiet1");

        assertDropped(
                quiet,
                "172.21.0.3",
                "-i br-quiet -o br-quiet -j DROP",
                "FORWARD (Docker: icc=false of network br-quiet)");
        assertThat(quiet).canReach(OUTSIDE).withTtl(103);
    }

    /** Whether such a container has a default route depends on the engine's version; it is of no use. */
    @Test
    @Scenario(id = "E1.8", title = "an internal network has no way out or in: DOCKER-ISOLATION-STAGE-1 drops it")
    void internal(Engine engine) {
        NetworkNamespace inside = engine.container("inside1");

        assertThat(inside).canReach("172.22.0.3").withTtl(64);
        assertDropped(
                inside,
                OUTSIDE,
                "! -d 172.22.0.0/16 -i br-inside -j DROP",
                "DOCKER-ISOLATION-STAGE-1 (Docker: network br-inside is internal (--internal))");
        assertDropped(
                engine.container("default1"),
                "172.22.0.2",
                "! -s 172.22.0.0/16 -o br-inside -j DROP",
                "DOCKER-ISOLATION-STAGE-1 (Docker: network br-inside is internal (--internal))");
    }

    @Test
    @Scenario(id = "E1.9", title = "who reaches whom across Docker's networks, and which rule says no")
    void everybody(Testbed testbed) {
        assertThat(testbed)
                .among("default1", "front1", "front2", "quiet1", "quiet2", "inside1")
                .hasReachability("""
                                  default1  front1  front2  quiet1  quiet2  inside1
                        default1  -         no 1    no 1    no 1    no 1    no 1
                        front1    no 1      -       yes     no 1    no 1    no 1
                        front2    no 1      yes     -       no 1    no 1    no 1
                        quiet1    no 1      no 1    no 1    -       no 1    no 1
                        quiet2    no 1      no 1    no 1    no 1    -       no 1
                        inside1   no 1      no 1    no 1    no 1    no 1    -
                        1: a rule of chain FORWARD dropped it in node
                        """);
    }

    private static void assertDropped(NetworkNamespace from, String to, String rule, String chainAndWhy) {
        assertThat(assertThat(from).cannotReach(to).because(droppedByRule("node", rule)))
                .asString()
                .contains("\"" + rule + "\" of chain ip filter " + chainAndWhy + " dropped it");
    }
}
