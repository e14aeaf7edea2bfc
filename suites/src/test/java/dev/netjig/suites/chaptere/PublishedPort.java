package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
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
        assertThat(internet).cannotReach("172.17.0.2").because(droppedBy("node", FORWARD_POLICY));
        assertThat(engine.container("web")).canReach("8.8.8.8");
    }
}
