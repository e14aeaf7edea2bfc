package dev.netjig.suites.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The kernel, or a tool, refuses in the middle of a set-up: its own words, the command that equals the step, and the
 * annotation that asked for it. {@link OtherJvm} sees to it that nothing is left of the half that was built.
 */
class RefusalTests {

    @Test
    void a_route_that_the_kernel_refuses() throws Exception {
        assertThat(messageOf(Mistakes.RouteThatTheKernelRefusesTestCase.class)).isEqualTo("""
                cannot add route default via 10.0.0.1 in netns red: Nexthop has invalid gateway (ENETUNREACH, Network is\
                 unreachable)
                  during: ip -n red route add default via 10.0.0.1  [@Route(netns = "red", via = "10.0.0.1") on\
                 Mistakes.RouteThatTheKernelRefusesTestCase#test]""");
    }

    @Test
    void a_rule_that_nft_refuses() throws Exception {
        assertThat(messageOf(Mistakes.RuleThatNftRefusesTestCase.class))
                .startsWith("cannot run nft commands in netns node: Error: syntax error, unexpected string")
                .endsWith("""
                          during: ip netns exec node nft -f - <<'EOF'
                        table ip netjig {
                            chain FORWARD {
                                type filter hook forward priority filter; policy accept;
                            }
                        }
                        add rule ip netjig FORWARD icmp typo drop comment "netjig: @FirewallRule(raw = add rule ip netjig\
                         FORWARD icmp typo drop) on class Mistakes.RuleThatNftRefusesTestCase"
                        EOF  [@FirewallRule(raw = "add rule ip netjig FORWARD icmp typo drop") on class\
                         Mistakes.RuleThatNftRefusesTestCase]""");
    }

    @Test
    void a_rule_that_iptables_refuses() throws Exception {
        assertThat(messageOf(Mistakes.RuleThatIptablesRefusesTestCase.class))
                .startsWith("cannot load iptables-legacy rules in netns node: iptables-restore v")
                .contains("`NOWHERE'")
                .endsWith("""
                          during: ip netns exec node iptables-legacy-restore --noflush <<'EOF'
                        *filter
                        -A FORWARD -j NOWHERE -m comment --comment "netjig: @FirewallRule(raw = -A FORWARD -j NOWHERE,\
                         backend = IPTABLES_LEGACY) on class Mistakes.RuleThatIptablesRefusesTestCase"
                        COMMIT
                        EOF  [@FirewallRule(raw = "-A FORWARD -j NOWHERE", backend = IPTABLES_LEGACY) on class\
                         Mistakes.RuleThatIptablesRefusesTestCase]""");
    }

    private static String messageOf(Class<?> testCase) throws IOException, InterruptedException {
        Outcome outcome = OtherJvm.startedBy().run(testCase, false).get(0);
        assertThat(outcome.status()).isEqualTo("FAILED");
        return outcome.message();
    }
}
