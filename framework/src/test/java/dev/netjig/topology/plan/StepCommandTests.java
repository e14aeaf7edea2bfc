package dev.netjig.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Cidr;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.IfName;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.Origin;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.RouteType;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StepCommandTests {

    private static final Origin ORIGIN = new Origin("test", "class StepCommandTests");
    private static final IfName VETH = new IfName("veth2-r");
    private static final Optional<MacAddress> NO_MAC = Optional.empty();

    @Test
    void create_netns() {
        assertThat(new CreateNetns("red", ORIGIN).commands()).containsExactly("ip netns add red");
    }

    @Test
    void write_sysctl() {
        WriteSysctl step = new WriteSysctl("red", "net.ipv4.conf.eth0/100.rp_filter", "1", ORIGIN);
        assertThat(step.commands()).containsExactly("ip netns exec red sysctl -qw net.ipv4.conf.eth0/100.rp_filter=1");
        assertThat(step.path()).isEqualTo("net/ipv4/conf/eth0.100/rp_filter");
    }

    @Test
    void write_sysctl_with_spaces() {
        assertThat(new WriteSysctl("red", "net.ipv4.ping_group_range", "0 1", ORIGIN).commands())
                .containsExactly("ip netns exec red sysctl -qw 'net.ipv4.ping_group_range=0 1'");
    }

    @Test
    void set_link_up() {
        assertThat(new SetLinkUp("red", VETH, ORIGIN).commands()).containsExactly("ip -n red link set dev veth2-r up");
    }

    @Test
    void add_bridge() {
        IfName bridge = new IfName("br0");
        assertThat(new AddBridge("node", bridge, NO_MAC, ORIGIN).commands())
                .containsExactly("ip -n node link add br0 type bridge");
        assertThat(new AddBridge("node", bridge, Optional.of(new MacAddress("02:00:00:00:00:01")), ORIGIN).commands())
                .containsExactly("ip -n node link add br0 address 02:00:00:00:00:01 type bridge");
    }

    @Test
    void add_veth_pair() {
        AddVethPair step = new AddVethPair(
                "node",
                new IfName("veth1-r"),
                Optional.of(new IfName("br0")),
                Optional.of(new MacAddress("02:00:00:00:00:01")),
                OptionalInt.of(1400),
                true,
                "red",
                VETH,
                Optional.of(new MacAddress("02:00:00:00:00:02")),
                ORIGIN);
        assertThat(step.commands())
                .containsExactly("ip -n node link add veth1-r numtxqueues 1 numrxqueues 1 mtu 1400"
                        + " address 02:00:00:00:00:01 master br0 up type veth peer name veth2-r netns red"
                        + " numtxqueues 1 numrxqueues 1 mtu 1400 address 02:00:00:00:00:02");
    }

    @Test
    void add_veth_pair_without_anything() {
        AddVethPair step = new AddVethPair(
                "node",
                new IfName("veth1-r"),
                Optional.empty(),
                NO_MAC,
                OptionalInt.empty(),
                false,
                "red",
                VETH,
                NO_MAC,
                ORIGIN);
        assertThat(step.commands())
                .containsExactly("ip -n node link add veth1-r numtxqueues 1 numrxqueues 1 type veth peer name veth2-r"
                        + " netns red numtxqueues 1 numrxqueues 1");
    }

    @Test
    void enslave_link() {
        assertThat(new EnslaveLink("red", VETH, new IfName("br1"), ORIGIN).commands())
                .containsExactly("ip -n red link set dev veth2-r master br1");
    }

    @Test
    void add_address() {
        assertThat(new AddAddress("red", VETH, Cidr.parse("192.168.0.2/24"), ORIGIN).commands())
                .containsExactly("ip -n red address add 192.168.0.2/24 dev veth2-r");
        assertThat(new AddAddress("red", VETH, Cidr.parse("fd00::2/64"), ORIGIN).commands())
                .containsExactly("ip -n red address add fd00::2/64 dev veth2-r nodad");
    }

    @Test
    void await_link_up() {
        assertThat(new AwaitLinkUp("red", VETH, ORIGIN).commands())
                .containsExactly("until ip -n red link show dev veth2-r | grep -q 'state UP'; do sleep 0.1; done");
    }

    @Test
    void add_route() {
        AddRoute step = new AddRoute(
                RouteSpec.builder()
                        .netns("red")
                        .to("default")
                        .via("192.168.0.1")
                        .build(),
                ORIGIN);
        assertThat(step.netns()).isEqualTo("red");
        assertThat(step.commands()).containsExactly("ip -n red route add default via 192.168.0.1");
    }

    @Test
    void add_ipv6_route() {
        assertThat(new AddRoute(
                                RouteSpec.builder()
                                        .to("::/0")
                                        .type(RouteType.UNREACHABLE)
                                        .build(),
                                ORIGIN)
                        .commands())
                .containsExactly("ip -n node -6 route add unreachable default");
    }

    @Test
    void load_nftables() {
        assertThat(new LoadNftables("red", "list ruleset\n", ORIGIN).commands())
                .containsExactly("ip netns exec red nft -f - <<'EOF'\nlist ruleset\nEOF");
    }

    @Test
    void restore_iptables() {
        RestoreIptables step = new RestoreIptables("red", FirewallBackend.IPTABLES_LEGACY, "*filter\nCOMMIT\n", ORIGIN);
        assertThat(step.command()).isEqualTo("iptables-legacy-restore");
        assertThat(step.commands())
                .containsExactly("ip netns exec red iptables-legacy-restore --noflush <<'EOF'\n*filter\nCOMMIT\nEOF");
    }
}
