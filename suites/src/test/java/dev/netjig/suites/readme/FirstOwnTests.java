package dev.netjig.suites.readme;

import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.portClosed;
import static dev.netjig.probe.Endpoint.tcp;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.POSTROUTING;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.Target.DROP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.assertions.TrackedFlow;
import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Netns("red")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth1-r", master = "br0", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
@Route(netns = "red", via = "192.168.0.1")
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
class FirstOwnTests {

    @Test
    void without_masquerade_the_answer_has_no_way_back(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("8.8.8.8").because(noWayBack("internet"));
    }

    @Test
    void who_reaches_whom(Testbed testbed) {
        assertThat(testbed).hasReachability("""
                      node  internet  red
            node      -     yes       yes
            internet  no 1  -         no 1
            red       yes   no 2      -
            1: internet has no route (ENETUNREACH)
            2: it arrived in internet, which has no way back
            """);
    }

    @Nested
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
    class WithMasquerade {

        @Test
        void red_reaches_the_internet(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach("8.8.8.8").withTtl(103);
            assertThat(node).canReach("8.8.8.8").withTtl(104);
        }

        @Test
        void the_outside_sees_the_node(
                @Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
            assertThat(internet).whenPingedBy(red, "8.8.8.8").seesSource("10.0.0.2");
        }

        @Test
        void path_and_nat_are_facts(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red)
                    .watched()
                    .canReach("8.8.8.8")
                    .takesPath("red", "node", "internet")
                    .isSeenAs("10.0.0.2");
            assertThat(node).rule(POSTROUTING, "masquerade").wasHit(1);
            assertThat(node)
                    .conntrackEntry(TrackedFlow.icmp().from("192.168.0.2"))
                    .isSeenAs("10.0.0.2");
            assertThat(red).pathMtu("8.8.8.8").isEqualTo(1500);
        }

        @Test
        @Firewall(IPTABLES_LEGACY)
        @FirewallRule(chain = FORWARD, source = "192.168.0.2", protocol = "icmp", target = DROP)
        void a_rule_can_forbid_it(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach("8.8.8.8").because(droppedBy("node", FORWARD_RULE));
        }
    }

    @Test
    void nobody_listens_there(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach(tcp("192.168.0.1", 80)).because(portClosed("node"));
    }

    @Test
    void a_command_sees_the_namespace(@Netns("red") NetworkNamespace red) {
        CommandResult ping = red.exec("ping", "-c", "1", "192.168.0.1");

        assertThat(ping.exitCode()).isZero();
        assertThat(ping.stdout()).contains("ttl=64");
    }

    @Test
    void a_socket_belongs_to_the_namespace(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node)
            throws Exception {
        ServerSocketChannel server = red.serverSocketChannel().bind(new InetSocketAddress(8080));
        SocketChannel client = node.socketChannel();
        client.connect(new InetSocketAddress("192.168.0.2", 8080));

        server.accept().write(ByteBuffer.wrap("hello".getBytes(UTF_8)));

        ByteBuffer answer = ByteBuffer.allocate(5);
        client.read(answer);
        assertThat(answer.array()).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void the_kernels_view_can_be_asserted(@Netns("red") NetworkNamespace red) {
        assertThat(red).hasAddress("192.168.0.2/24");
        assertThat(red).hasRoute("default").via("192.168.0.1").dev("veth2-r");
        assertThat(red).routeTo("8.8.8.8").via("192.168.0.1");
        assertThat(red).link("veth2-r").isUp();
    }
}
