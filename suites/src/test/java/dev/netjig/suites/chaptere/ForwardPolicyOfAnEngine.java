package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** Where the document's {@code -P FORWARD DROP} comes from. */
@Scenario(id = "E5.2", title = "an engine sets FORWARD to DROP if it had to switch ip_forward on, and else leaves it")
class ForwardPolicyOfAnEngine {

    @Test
    @NodeWithAnEngine
    void ip_forward_was_off(@Netns("node") NetworkNamespace node) {
        assertThat(policy(node)).isEqualTo("-P FORWARD DROP");
        assertThat(node).sysctl("net.ipv4.ip_forward").isEqualTo("1");
    }

    @Test
    @NodeWithAnEngine
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    void ip_forward_was_on(@Netns("node") NetworkNamespace node) {
        assertThat(policy(node)).isEqualTo("-P FORWARD ACCEPT");
    }

    private static String policy(NetworkNamespace node) {
        return node.exec("iptables", "-S", "FORWARD")
                .orThrow()
                .stdout()
                .lines()
                .findFirst()
                .orElseThrow();
    }
}
