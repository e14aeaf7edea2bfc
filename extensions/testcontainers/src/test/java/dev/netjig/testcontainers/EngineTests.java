package dev.netjig.testcontainers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.jupiter.Netns;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** One engine and what is asked of it. */
@DockerEngine
class EngineTests {

    @Test
    void tells_about_itself(Engine engine) {
        assertThat(engine.info().getName()).isEqualTo("node");
        assertThat(engine.logs()).contains("Daemon has completed initialization");
        assertThat(engine).hasToString("Docker engine in netns node");
        assertThat(Files.exists(engine.socket())).isTrue();
        assertThat(ProcessHandle.of(engine.pid())).isPresent();
    }

    @Test
    void has_its_bridge_and_its_rules_in_the_node(Engine engine, @Netns("node") NetworkNamespace node) {
        assertThat(engine.netns()).isSameAs(node);
        assertThat(node.links()).extracting(LinkState::name).contains("docker0");
        assertThat(node.exec("iptables", "-S").orThrow().stdout()).contains("-P FORWARD DROP", "-N DOCKER-USER");
        assertThat(node.sysctl("net.ipv4.ip_forward")).isEqualTo("1");
    }

    @Test
    void runs_a_container_that_reaches_the_bridge(Engine engine) {
        NetworkNamespace web = engine.container(engine.run("web", "sleep", "600"));

        assertThat(web).canReach("172.17.0.1").withTtl(64);
        assertThat(web.name()).isEqualTo("web");
        assertThat(engine.container("web")).isSameAs(web);
    }

    @Test
    void a_container_pings_by_its_own_tools(Engine engine) {
        String id = engine.run("pinger", "ping", "-c", "1", "172.17.0.1");
        int exitCode = engine.client().waitContainerCmd(id).start().awaitStatusCode();

        assertThat(exitCode).isZero();
        assertThatThrownBy(() -> engine.container(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("container " + id + " does not run, it is exited with exit code 0");
    }
}
