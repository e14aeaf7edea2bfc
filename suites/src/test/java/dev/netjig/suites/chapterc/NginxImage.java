package dev.netjig.suites.chapterc;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.droppedByRule;
import static dev.netjig.assertions.Reasons.portClosed;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ImageHistory;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.probe.Endpoint;
import dev.netjig.suites.docker.Build;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document's nginx image in two ways, and who reaches it at the published port. */
@Internet
@DockerEngine(images = "alpine:3.8")
@NeedsRoot(NeedsRoot.ENGINE)
class NginxImage {

    private static final Endpoint PUBLISHED = Endpoint.tcp("10.0.0.2", 30080);

    @SuppressWarnings("NullAway.Init")
    private static Build separate;

    @SuppressWarnings("NullAway.Init")
    private static Build merged;

    @SuppressWarnings("NullAway.Init")
    private static Docker docker;

    @BeforeAll
    static void build(Engine engine, @TempDir Path directory) {
        docker = new Docker(engine);
        Documents.copy(NginxImage.class, "nginx", directory);
        separate = docker.build(directory);
        merged = docker.build(directory, "Dockerfile.merged");
        docker.publish("web", separate.image(), 30080, 80);
        docker.publish("small", merged.image(), 30081, 80);
    }

    @Test
    @Scenario(id = "C1.1", title = "the page of the nginx image is served at the published port, as curl shows")
    void the_page(@Netns("node") NetworkNamespace node) {
        assertThat(get(node, "http://localhost:30080")).contains("Server is online");
    }

    @Test
    @Scenario(id = "C1.2", title = "the published port is reached from outside: DNAT sends it to the container")
    void from_outside(Engine engine, @Netns("internet") NetworkNamespace internet) {
        assertThat(internet).canReach(PUBLISHED).isRewrittenTo(address(engine, "web"), 80);
        assertThat(get(internet, "http://10.0.0.2:30080")).contains("Server is online");
    }

    @Test
    @Scenario(
            id = "C1.3",
            title = "the container reaches itself at the published port (hairpin), and so does a neighbour")
    void hairpin(Engine engine) {
        assertThat(get(engine.container("web"), "http://10.0.0.2:30080")).contains("Server is online");
        assertThat(get(engine.container("small"), "http://10.0.0.2:30080")).contains("Server is online");
    }

    @Test
    @Scenario(id = "C1.4", title = "an image that is run without -p has a closed port at the node, and no way in")
    void not_published(Engine engine, @Netns("internet") NetworkNamespace internet) {
        docker.start("hidden", separate.image());

        assertThat(internet).cannotReach(Endpoint.tcp("10.0.0.2", 30082)).because(portClosed("node"));
        internet.exec("ip", "route", "add", address(engine, "hidden"), "via", "10.0.0.2")
                .orThrow();
        assertThat(internet)
                .cannotReach(Endpoint.tcp(address(engine, "hidden"), 80))
                .because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    @Scenario(
            id = "C1.5",
            title = "a port that is published for one on which nginx does not listen is closed at the container")
    void the_wrong_port(@Netns("internet") NetworkNamespace internet) {
        docker.publish("wrong", separate.image(), 30083, 8080);

        assertThat(internet).cannotReach(Endpoint.tcp("10.0.0.2", 30083)).because(portClosed("wrong"));
    }

    @Test
    @Scenario(id = "C1.6", title = "a rule of the user's in DOCKER-USER keeps the outside from a published port")
    void docker_user(@Netns("node") NetworkNamespace node, @Netns("internet") NetworkNamespace internet) {
        docker.publish("refused", separate.image(), 30084, 80);
        node.exec("iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 30084 -j DROP".split(" "))
                .orThrow();

        assertThat(internet)
                .cannotReach(Endpoint.tcp("10.0.0.2", 30084))
                .because(droppedByRule("node", "--ctorigdstport 30084"));
        assertThat(get(node, "http://localhost:30084")).contains("Server is online");
    }

    @Test
    @Scenario(id = "C1.7", title = "the published port is closed once the container has stopped")
    void stopped(Engine engine, @Netns("internet") NetworkNamespace internet) {
        docker.publish("stopped", separate.image(), 30085, 80);
        engine.client().killContainerCmd("stopped").exec();
        engine.client().waitContainerCmd("stopped").start().awaitStatusCode();

        assertThat(internet).cannotReach(Endpoint.tcp("10.0.0.2", 30085)).because(portClosed("node"));
    }

    @Test
    @Scenario(id = "C2.1", title = "six RUN lines make six layers, and joined by && they make one")
    void layers() {
        int base = docker.layers("alpine:3.8").size();

        assertThat(docker.layers(separate.image())).hasSize(base + 6 + 2);
        assertThat(docker.layers(merged.image())).hasSize(base + 1 + 2);
    }

    @Test
    @Scenario(id = "C2.2", title = "ENTRYPOINT and CMD make no layer, but entries of 0 bytes in the history")
    void history(Engine engine) {
        List<ImageHistory> history =
                engine.client().imageHistoryCmd(merged.image()).exec();

        assertThat(history.stream().filter(entry -> entry.getCreatedBy().matches(".*#\\(nop\\) +(ENTRYPOINT|CMD) .*")))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.getSize()).isZero());
        assertThat(merged.steps()).hasSize(1 + 1 + 2 + 2);
    }

    @Test
    @Scenario(
            id = "C2.3",
            title = "the image of one RUN line serves the same page, in as many bytes: nothing was removed")
    void the_same(@Netns("node") NetworkNamespace node) {
        assertThat(get(node, "http://localhost:30081")).contains("Server is online");
        assertThat(docker.size(merged.image())).isEqualTo(docker.size(separate.image()));
    }

    private static String get(NetworkNamespace from, String url) {
        return from.exec("busybox", "wget", "-q", "-O", "-", url).orThrow().stdout();
    }

    private static String address(Engine engine, String container) {
        return engine.client()
                .inspectContainerCmd(container)
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .get("bridge")
                .getIpAddress();
    }
}
