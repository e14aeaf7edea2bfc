package dev.netjig.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTests {

    private static List<String> steps(Topology.Builder builder) {
        return builder.build().plan().steps().stream().map(Object::toString).toList();
    }

    @Test
    void the_empty_topology_makes_the_node_with_stock_settings() {
        assertThat(Topology.builder().build().plan()).hasToString("""
                        create netns node
                        write sysctl node net.ipv4.ip_forward=0
                        write sysctl node net.ipv4.conf.all.rp_filter=0
                        write sysctl node net.ipv4.conf.default.rp_filter=0
                        set node/lo up""");
    }

    @Test
    void the_two_namespaces_are_made_in_an_order_that_the_kernel_takes() {
        assertThat(Networks.twoNamespaces()
                        .chainPolicy(c -> c.chain(Chain.FORWARD).policy(Policy.DROP))
                        .sysctl("node", "net.ipv4.conf.br0.rp_filter", "1")
                        .build()
                        .plan())
                .hasToString("""
                        create netns node
                        create netns red
                        create netns blue
                        write sysctl node net.ipv4.conf.all.rp_filter=0
                        write sysctl node net.ipv4.conf.default.rp_filter=0
                        write sysctl node net.ipv4.ip_forward=1
                        write sysctl red net.ipv4.ip_forward=0
                        write sysctl red net.ipv4.conf.all.rp_filter=0
                        write sysctl red net.ipv4.conf.default.rp_filter=0
                        write sysctl blue net.ipv4.ip_forward=0
                        write sysctl blue net.ipv4.conf.all.rp_filter=0
                        write sysctl blue net.ipv4.conf.default.rp_filter=0
                        set node/lo up
                        set red/lo up
                        set blue/lo up
                        add bridge node/br0
                        add veth node/veth1-r <-> red/veth2-r
                        add veth node/veth1-b <-> blue/veth2-b
                        add address node/br0 192.168.0.1/24
                        add address red/veth2-r 192.168.0.2/24
                        add address blue/veth2-b 192.168.0.3/24
                        set node/br0 up
                        set red/veth2-r up
                        set blue/veth2-b up
                        write sysctl node net.ipv4.conf.br0.rp_filter=1
                        await node/veth1-r up
                        await red/veth2-r up
                        await node/veth1-b up
                        await blue/veth2-b up
                        await node/br0 up
                        add route red default via 192.168.0.1
                        add route blue default via 192.168.0.1
                        load nftables rules in node""");
    }

    @Test
    void lo_can_stay_down() {
        assertThat(steps(Topology.builder().netns("red", n -> n.lo(false)).netns("node", n -> n.lo(false))))
                .noneMatch(step -> step.contains("lo up"));
    }

    @Test
    void a_user_who_sets_a_stock_setting_overrides_it_in_that_namespace_only() {
        assertThat(steps(Topology.builder().netns("red").sysctl("red", "net.ipv4.conf.all.rp_filter", "2")))
                .containsSubsequence(
                        "write sysctl node net.ipv4.conf.all.rp_filter=0",
                        "write sysctl red net.ipv4.conf.default.rp_filter=0",
                        "write sysctl red net.ipv4.conf.all.rp_filter=2")
                .doesNotContain("write sysctl red net.ipv4.conf.all.rp_filter=0");
    }

    @Test
    void with_an_ipv6_address_no_device_waits_for_duplicates() {
        assertThat(steps(Topology.builder().bridge("br0", b -> b.address("fd00::1/64"))))
                .contains("write sysctl node net.ipv6.conf.default.accept_dad=0");
    }

    @Test
    void settings_are_written_in_their_order() {
        assertThat(steps(Topology.builder()
                        .sysctl("node", "net.ipv4.conf.all.forwarding", "1")
                        .sysctl("node", "net.ipv4.ip_forward", "0")))
                .containsSubsequence(
                        "write sysctl node net.ipv4.conf.all.forwarding=1", "write sysctl node net.ipv4.ip_forward=0");
    }

    @Test
    void devices_that_stay_down_are_neither_set_up_nor_awaited() {
        assertThat(steps(Topology.builder()
                        .bridge("br0", b -> {})
                        .bridge("br1", b -> b.up(false))
                        .vethPair("a", v -> v.master("br0").up(false).peer("b", p -> {}))
                        .vethPair("c", v -> v.master("br1").peer("d", p -> p.up(false)))))
                .contains("set node/br0 up", "set node/b up")
                .doesNotContain("set node/br1 up", "set node/d up")
                .noneMatch(step -> step.startsWith("await"));
    }

    @Test
    void only_a_peer_is_enslaved_in_a_step_of_its_own() {
        assertThat(steps(Topology.builder()
                        .netns("red")
                        .bridge("br0", b -> {})
                        .bridge("br1", b -> b.netns("red"))
                        .vethPair(
                                "a",
                                v -> v.master("br0")
                                        .peer("b", p -> p.netns("red").master("br1")))))
                .containsSubsequence(
                        "set red/b up",
                        "enslave red/b to br1",
                        "await red/b up",
                        "await node/br0 up",
                        "await red/br1 up")
                .doesNotContain("enslave node/a to br0");
    }

    @Test
    void each_namespace_and_backend_with_firewall_declarations_has_one_step() {
        assertThat(steps(Topology.builder()
                        .netns("red")
                        .firewall(FirewallBackend.IPTABLES_LEGACY)
                        .rawRule("red", "-A INPUT -j DROP")
                        .masquerade(m -> m.source("default"))
                        .firewall(FirewallBackend.NFTABLES)
                        .masquerade(m -> m.source("default"))
                        .chainPolicy(c -> c.chain(Chain.INPUT).policy(Policy.DROP))))
                .endsWith(
                        "load nftables rules in node",
                        "restore iptables-legacy rules in node",
                        "restore iptables-legacy rules in red");
    }

    @Test
    void a_firewall_step_names_all_its_authors() {
        Topology.Builder builder = Topology.builder()
                .chainPolicy(c -> c.chain(Chain.INPUT).policy(Policy.DROP))
                .masquerade(m -> m.source("10.0.0.0/8"));
        assertThat(lastOrigin(builder))
                .hasToString("chainPolicy(\"INPUT DROP\"), masquerade(\"10.0.0.0/8\") on Topology.builder()");
        builder.declare(
                new Origin("@FirewallRule", "method m()"),
                () -> FirewallRuleSpec.raw("node", FirewallBackend.NFTABLES, "list ruleset"));
        assertThat(lastOrigin(builder))
                .hasToString("chainPolicy(\"INPUT DROP\") on Topology.builder(),"
                        + " masquerade(\"10.0.0.0/8\") on Topology.builder(), @FirewallRule on method m()");
    }

    private static Origin lastOrigin(Topology.Builder builder) {
        List<Step> steps = builder.build().plan().steps();
        return steps.get(steps.size() - 1).origin();
    }
}
