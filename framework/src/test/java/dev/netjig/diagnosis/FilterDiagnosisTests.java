package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** red pings blue over the node's bridge; something in a packet filter is in the way. */
@NeedsNamespaces
class FilterDiagnosisTests {

    /** Every place on the way there and back, in each backend. */
    private static final String PLACES = """
            NFTABLES, red, OUTPUT
            NFTABLES, red, POSTROUTING
            NFTABLES, node, PREROUTING
            NFTABLES, node, FORWARD
            NFTABLES, node, POSTROUTING
            NFTABLES, blue, PREROUTING
            NFTABLES, blue, INPUT
            NFTABLES, blue, OUTPUT
            NFTABLES, blue, POSTROUTING
            NFTABLES, red, PREROUTING
            NFTABLES, red, INPUT
            IPTABLES_NFT, red, OUTPUT
            IPTABLES_NFT, node, PREROUTING
            IPTABLES_NFT, node, FORWARD
            IPTABLES_NFT, blue, INPUT
            IPTABLES_NFT, blue, OUTPUT
            IPTABLES_NFT, blue, POSTROUTING
            IPTABLES_NFT, red, INPUT
            IPTABLES_LEGACY, red, OUTPUT
            IPTABLES_LEGACY, red, POSTROUTING
            IPTABLES_LEGACY, node, PREROUTING
            IPTABLES_LEGACY, node, FORWARD
            IPTABLES_LEGACY, node, POSTROUTING
            IPTABLES_LEGACY, blue, PREROUTING
            IPTABLES_LEGACY, blue, INPUT
            IPTABLES_LEGACY, blue, OUTPUT
            IPTABLES_LEGACY, blue, POSTROUTING
            IPTABLES_LEGACY, red, PREROUTING
            IPTABLES_LEGACY, red, INPUT
            """;

    @ParameterizedTest
    @CsvSource(textBlock = PLACES)
    void blames_the_policy_of_the_chain(FirewallBackend backend, String netns, Chain chain) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .chainPolicy(c -> c.netns(netns).chain(chain).policy(Policy.DROP)),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.Dropped(
                        netns,
                        new Culprit.Policy(
                                hook(chain),
                                path(backend, chain),
                                Optional.of("netjig: chainPolicy(" + chain + " DROP) on Topology.builder()"))));
    }

    @ParameterizedTest
    @CsvSource(textBlock = PLACES)
    void blames_the_rule_of_the_chain(FirewallBackend backend, String netns, Chain chain) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .rule(r -> r.netns(netns).chain(chain).protocol("icmp").target(Target.DROP)),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Dropped.class, dropped -> {
            assertThat(dropped.netns()).isEqualTo(netns);
            assertThat(dropped.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
                assertThat(rule.hook()).isEqualTo(hook(chain));
                assertThat(rule.chain()).isEqualTo(path(backend, chain));
                assertThat(rule.number()).isEqualTo(1);
                assertThat(rule.comment()).hasValue("netjig: rule(" + chain + " DROP) on Topology.builder()");
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void blames_the_rule_that_rejects(FirewallBackend backend) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .rule(r -> r.netns("blue").chain(Chain.INPUT).target(Target.REJECT)),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Rejected.class, rejected -> {
            assertThat(rejected.netns()).isEqualTo("blue");
            assertThat(rejected.culprit()).isInstanceOf(Culprit.Rule.class);
            assertThat(rejected.answer()).isEqualTo("Destination Port Unreachable");
        });
    }

    @ParameterizedTest
    @EnumSource
    void blames_the_senders_own_rule_that_rejects(FirewallBackend backend) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .rule(r -> r.netns("red")
                                .chain(Chain.OUTPUT)
                                .destination("192.168.0.3")
                                .target(Target.REJECT)),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Rejected.class, rejected -> {
            assertThat(rejected.netns()).isEqualTo("red");
            assertThat(rejected.answer()).isEqualTo("Destination Port Unreachable");
        });
    }

    /** The rule lets the request through, which came in by br0 too, but not the reply. */
    @ParameterizedTest
    @EnumSource
    void blames_what_drops_only_the_reply(FirewallBackend backend) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .rule(r -> r.chain(Chain.FORWARD).source("192.168.0.2").target(Target.ACCEPT))
                        .chainPolicy(c -> c.chain(Chain.FORWARD).policy(Policy.DROP)),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Dropped.class, dropped -> {
            assertThat(dropped.netns()).isEqualTo("node");
            assertThat(dropped.culprit()).isInstanceOf(Culprit.Policy.class);
        });
        assertThat(explanation.path().get(explanation.path().size() - 1))
                .hasToString("rx node/veth1-b 192.168.0.3 > 192.168.0.2 echo reply ttl 64");
    }

    private static String hook(Chain chain) {
        return chain.name().toLowerCase(Locale.ROOT);
    }

    private static String path(FirewallBackend backend, Chain chain) {
        return switch (backend) {
            case NFTABLES -> "ip netjig " + chain;
            case IPTABLES_NFT -> "ip " + chain.table() + " " + chain;
            case IPTABLES_LEGACY -> "iptables-legacy " + chain.table() + " " + chain;
        };
    }
}
