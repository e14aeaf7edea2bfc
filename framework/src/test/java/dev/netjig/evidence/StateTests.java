package dev.netjig.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class StateTests {

    @AutoClose
    private final Testbed testbed = Testbed.create(TwoHosts.topology()
            .route(route -> route.netns("red").to("default").via("10.0.0.1"))
            .sysctl("node", "net.ipv4.ip_forward", "1")
            .chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP))
            .build());

    @Test
    void each_namespace_tells_what_the_kernel_has() throws IOException {
        String text = exhibit(0);

        assertThat(text)
                .contains(
                        "netns node\n  devices\n    1: lo: <LOOPBACK,UP",
                        "\n    inet 10.0.0.2/24 scope global dev eth0\n",
                        "\n    default via 10.0.0.1 dev eth0",
                        "\n    chain ip netjig FORWARD hook forward policy drop  # netjig: chainPolicy(",
                        "\n    net.ipv4.ip_forward = 1\n");
    }

    @Test
    void a_sysctl_that_somebody_changed_is_told_and_others_are_not() throws IOException {
        testbed.netns("red").sysctl("net.ipv4.conf.eth0.proxy_arp", "1");

        assertThat(exhibit(0))
                .contains("    net.ipv4.conf.eth0.proxy_arp = 1\n")
                .doesNotContain("proxy_arp = 0");
    }

    @Test
    void machines_read_the_same() throws IOException {
        assertThat(exhibit(1))
                .contains(
                        "\"netns\" : \"red\"",
                        "\"address\" : \"10.0.0.2/24\"",
                        "\"text\" : \"default via 10.0.0.1 dev eth0",
                        "\"policy\" : \"drop\"",
                        "\"net.ipv4.ip_forward\" : \"1\"");
    }

    private String exhibit(int number) throws IOException {
        Case test = CaseFile.of(testbed).close("StateTests#a_test", Verdict.FAILED, Optional.empty(), Detail.FULL);
        return new String(new State().exhibits(test).get(number).bytes(), StandardCharsets.UTF_8);
    }
}
