package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecTextTests {

    @Test
    void netns() {
        assertThat(NetnsSpec.builder("red").build()).hasToString("netns red");
        assertThat(NetnsSpec.builder("red").lo(false).build()).hasToString("netns red lo down");
        assertThat(NetnsSpec.builder("web").adopted(true).build()).hasToString("netns web adopted");
    }

    @Test
    void veth_pair() {
        VethPairSpec pair = VethPairSpec.builder("veth1-r")
                .master("br0")
                .mtu(1400)
                .peer(
                        "veth2-r",
                        p -> p.netns("red")
                                .address("192.168.0.2/24", "10.0.0.2/8")
                                .up(false))
                .build();
        assertThat(pair)
                .hasToString("veth node/veth1-r master br0 <-> red/veth2-r 192.168.0.2/24 10.0.0.2/8 down mtu 1400");
    }

    @Test
    void bridge() {
        assertThat(BridgeSpec.builder("br0")
                        .address("192.168.0.1/24")
                        .mac("02:00:00:00:00:01")
                        .up(false)
                        .build())
                .hasToString("bridge node/br0 192.168.0.1/24 address 02:00:00:00:00:01 down");
    }

    @Test
    void address() {
        assertThat(AddressSpec.parse("red", "lo", "8.8.8.8")).hasToString("address red/lo 8.8.8.8/32");
    }

    @Test
    void route() {
        RouteSpec route = RouteSpec.builder()
                .netns("red")
                .to("default")
                .via("192.168.0.1")
                .dev("veth2-r")
                .src("192.168.0.2")
                .table(100)
                .metric(5)
                .hoplimit(104)
                .build();
        assertThat(route)
                .hasToString("route red default via 192.168.0.1 dev veth2-r src 192.168.0.2 table 100 metric 5"
                        + " hoplimit 104");
    }

    @Test
    void route_that_sends_nothing_on() {
        assertThat(RouteSpec.builder().to("10.0.0.0/8").type(RouteType.PROHIBIT).build())
                .hasToString("route node prohibit 10.0.0.0/8");
    }

    @Test
    void sysctl() {
        assertThat(new SysctlSpec("node", "net.ipv4.ip_forward", "1")).hasToString("sysctl node net.ipv4.ip_forward=1");
    }

    @Test
    void chain_policy() {
        assertThat(ChainPolicySpec.builder()
                        .chain(Chain.FORWARD)
                        .policy(Policy.DROP)
                        .build())
                .hasToString("policy node FORWARD DROP (nft)");
    }

    @Test
    void masquerade() {
        assertThat(MasqueradeSpec.builder()
                        .source("192.168.0.0/24")
                        .oifname("!br0")
                        .build())
                .hasToString("masquerade node 192.168.0.0/24 oifname ! br0 (nft)");
    }

    @Test
    void rules() {
        assertThat(FirewallRuleSpec.builder()
                        .backend(FirewallBackend.IPTABLES_NFT)
                        .chain(Chain.FORWARD)
                        .iifname("br0")
                        .oifname("eth0")
                        .source("192.168.0.2")
                        .destination("10.0.0.0/8")
                        .protocol("tcp")
                        .dport(80)
                        .target(Target.REJECT)
                        .rejectWith(RejectWith.TCP_RESET)
                        .build())
                .hasToString("rule node FORWARD iifname br0 oifname eth0 source 192.168.0.2/32 destination 10.0.0.0/8"
                        + " protocol tcp dport 80 REJECT tcp-reset (iptables-nft)");
        assertThat(FirewallRuleSpec.raw("node", FirewallBackend.IPTABLES_LEGACY, "-A FORWARD -j DROP"))
                .hasToString("rule node -A FORWARD -j DROP (iptables-legacy)");
    }
}
