package dev.netjig.testbed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsNamespaces
@Timeout(60)
class NetworkNamespaceTests {

    @AutoClose
    private final Testbed testbed = Testbed.create(TwoHosts.topology().build());

    private final NetworkNamespace node = testbed.node();
    private final NetworkNamespace red = testbed.netns("red");

    @Test
    void commands_see_the_namespace_and_its_view() {
        assertThat(red.exec("ls", "/sys/class/net").stdout()).contains("eth0").doesNotContain("veth-r");
        assertThat(red.exec("ls", "/run/netns").stdout()).isEqualTo("node\nred\n");
        assertThat(red.exec("cat", "/proc/net/dev").stdout()).contains("eth0:");
        assertThat(red.exec("ip", "netns", "exec", "node", "cat", "/proc/net/dev")
                        .stdout())
                .contains("veth-r:");
    }

    @Test
    void code_runs_in_the_namespace_and_its_view() throws Exception {
        String outside = here();

        assertThat(red.call(NetworkNamespaceTests::here)).isEqualTo("net:[" + red.inode() + "]");
        assertThat(red.call(() -> Files.exists(Path.of("/run/netns/red")))).isTrue();
        assertThat(here()).isEqualTo(outside);
    }

    @Test
    void what_code_throws_comes_as_it_is() {
        assertThatThrownBy(() -> red.run(() -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    @Test
    void channels_live_in_the_namespace() throws IOException {
        ServerSocketChannel server = red.serverSocketChannel().bind(new InetSocketAddress("10.0.0.2", 8080));
        SocketChannel client = node.socketChannel();

        client.connect(new InetSocketAddress("10.0.0.2", 8080));

        try (SocketChannel accepted = server.accept()) {
            accepted.write(ByteBuffer.wrap("hello".getBytes(US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(5);
            client.read(answer);
            assertThat(new String(answer.array(), US_ASCII)).isEqualTo("hello");
            assertThat(accepted.getRemoteAddress().toString()).startsWith("/10.0.0.1:");
        }
    }

    @Test
    void channels_are_closed_with_the_testbed() {
        SocketChannel tcp = red.socketChannel();
        ServerSocketChannel server = red.serverSocketChannel();
        DatagramChannel udp = red.datagramChannel();

        testbed.close();

        assertThat(tcp.isOpen() || server.isOpen() || udp.isOpen()).isFalse();
    }

    @Test
    void a_number_of_several_digits_is_read_whole() {
        assertThat(red.sysctl("net.ipv4.ip_default_ttl")).isEqualTo("64");
        assertThat(red.sysctl("net.ipv4.ip_local_port_range")).isEqualTo("32768\t60999");
    }

    @Test
    void a_sysctl_that_was_set_is_read() {
        red.sysctl("net.ipv4.ip_default_ttl", "113");

        assertThat(red.sysctl("net.ipv4.ip_default_ttl")).isEqualTo("113");
        assertThat(node.sysctl("net.ipv4.ip_default_ttl")).isEqualTo("64");
    }

    @Test
    void a_sysctl_that_is_not_there_is_missing() {
        assertThatThrownBy(() -> red.sysctl("net.ipv4.no_such_thing"))
                .isInstanceOf(MissingSysctlException.class)
                .hasMessageStartingWith("netns red has no sysctl net.ipv4.no_such_thing");
        assertThatThrownBy(() -> red.sysctl("net.ipv4.no_such_thing", "1")).isInstanceOf(MissingSysctlException.class);
        assertThat(red.sysctlIfPresent("net.ipv4.no_such_thing")).isEmpty();
    }

    @Test
    void a_value_that_the_kernel_refuses_is_named() {
        assertThatThrownBy(() -> red.sysctl("net.ipv4.ip_forward", "yes"))
                .hasMessageStartingWith("the kernel refused sysctl net.ipv4.ip_forward=yes in netns red: ");
    }

    @Test
    void a_namespace_of_somebody_else_is_adopted() throws IOException {
        RunningCommand somebody = node.command("unshare", "--net", "sleep", "1000")
                .inMachineView()
                .start();
        Path file = Path.of("/proc/" + somebody.pid() + "/ns/net");
        await().until(() -> inode(file) != node.inode() && inode(file) != inode(Path.of("/proc/self/ns/net")));

        NetworkNamespace adopted = testbed.adopt("red", file);

        assertThat(adopted.inode()).isEqualTo(inode(file));
        assertThat(adopted.name()).isEqualTo("red#2");
        assertThat(adopted.links()).extracting(LinkState::name).containsExactly("lo");
        assertThat(testbed.adopt("other", file)).isSameAs(adopted);
        assertThat(testbed.allNamespaces()).contains(adopted);
    }

    private static long inode(Path file) throws IOException {
        return (Long) Files.getAttribute(file, "unix:ino");
    }

    @Test
    void links_are_as_the_kernel_has_them() {
        assertThat(red.links()).extracting(LinkState::name).contains("lo", "eth0");
        assertThat(red.devName(red.link("eth0").index())).isEqualTo("eth0");
        assertThat(red.devName(4711)).isEqualTo("#4711");
        assertThat(red.isPeerOf(red.link("eth0"), node)).isTrue();
        assertThat(red.isPeerOf(red.link("eth0"), red)).isFalse();
        assertThatThrownBy(() -> red.link("eth7"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageMatching("netns red has no device eth7; it has lo, .*eth0.*");
    }

    @Test
    void a_link_goes_down_and_up() {
        red.linkDown("eth0");
        assertThat(red.link("eth0").isUp()).isFalse();

        red.linkUp("eth0");
        assertThat(red.link("eth0").isUp()).isTrue();
    }

    @Test
    void addresses_and_routes_are_as_the_kernel_has_them() {
        assertThat(red.addresses())
                .extracting(AddressEntry::address)
                .extracting(Object::toString)
                .contains("10.0.0.2/24", "fd00::2/64", "127.0.0.1/8");
        assertThat(red.routes())
                .anySatisfy(route -> assertThat(route.toString(red::devName))
                        .contains("10.0.0.0/24")
                        .contains("eth0"));
        assertThat(red.routeTo(IpLiteral.parse("10.0.0.9"))).isInstanceOf(RouteLookup.Found.class);
        assertThat(red.routeTo(IpLiteral.parse("192.0.2.1"))).isInstanceOf(RouteLookup.Refused.class);
    }

    @Test
    void neighbours_are_as_the_kernel_has_them() {
        red.exec("ip", "neigh", "add", "10.0.0.77", "lladdr", "02:00:00:00:00:77", "dev", "eth0")
                .orThrow();

        assertThat(red.neighbours())
                .anySatisfy(entry ->
                        assertThat(entry.toString()).contains("10.0.0.77").contains("02:00:00:00:00:77"));
    }

    @Test
    void proc_net_is_the_namespaces_own() {
        assertThat(red.procNet("dev")).contains("eth0:").doesNotContain("veth-r:");
    }

    @ParameterizedTest
    @EnumSource
    void the_ruleset_means_the_same_in_every_backend(FirewallBackend backend) {
        try (Testbed firewalled = Testbed.create(TwoHosts.topology()
                .firewall(backend)
                .chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP))
                .rule(rule -> rule.chain(Chain.INPUT)
                        .source("10.0.0.2")
                        .protocol("icmp")
                        .target(Target.DROP))
                .build())) {
            Ruleset ruleset = firewalled.node().ruleset();

            assertThat(ruleset.atHook("forward")).singleElement().satisfies(forward -> {
                assertThat(forward.drops()).isTrue();
                assertThat(forward.rules()).isEmpty();
            });
            assertThat(ruleset.atHook("input").stream().flatMap(chain -> chain.rules().stream()))
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.text()).contains("10.0.0.2").containsIgnoringCase("drop");
                        assertThat(rule.comment().orElse("")).startsWith("netjig: ");
                    });
            assertThat(firewalled.netns("red").ruleset().chains()).isEmpty();
        }
    }

    @Test
    void the_table_for_tracing_is_never_seen() {
        red.nft("add table ip " + NftTraceTable.NAME + "; add chain ip " + NftTraceTable.NAME
                + " pre { type filter hook prerouting priority -350; }");

        assertThat(red.ruleset().chains()).isEmpty();
    }

    private static String here() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
    }
}
