package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who reaches whom. */
@NeedsNamespaces
class TestbedAssertTests {

    private static final String ALL = """
              node  red   blue
        node  -     yes   yes
        red   yes   -     yes
        blue  yes   yes   -
        """;

    private static final String DROPPED = """
              node  red   blue
        node  -     yes   yes
        red   yes   -     no 1
        blue  yes   no 1  -
        1: the policy of chain FORWARD dropped it in node
        """;

    private static Topology.Builder dropping() {
        return Networks.bridge().chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP));
    }

    @Nested
    class Passes {

        @Test
        void with_yes_everywhere() {
            try (Testbed testbed = Testbed.create(Networks.bridge().build())) {
                assertThat(testbed).hasReachability(ALL);
            }
        }

        @Test
        void with_the_reason_where_a_packet_is_dropped() {
            try (Testbed testbed = Testbed.create(dropping().build())) {
                assertThat(testbed).hasReachability(DROPPED);
            }
        }

        @Test
        void with_other_order_numbers_and_alignment() {
            try (Testbed testbed = Testbed.create(dropping().build())) {
                assertThat(testbed).hasReachability("""

                    7:   the policy of chain FORWARD   dropped it in node
                    blue red node
                      red  no 7 - yes

                      node yes yes -
                    blue - no  7 yes
                    """);
            }
        }

        @Test
        void among_some_by_a_connection() throws Exception {
            try (Testbed testbed = Testbed.create(Networks.bridge().build())) {
                testbed.netns("blue").serverSocketChannel().bind(new InetSocketAddress(80));

                assertThat(testbed).among("red", "blue").tcp(80).hasReachability("""
                          red   blue
                    red   -     yes
                    blue  no 1  -
                    1: nobody in red listens at the port
                    """);
            }
        }

        @Test
        void by_a_datagram() {
            try (Testbed testbed = Testbed.create(Networks.pair().build())) {
                assertThat(testbed).udp(53).hasReachability("""
                          node  red
                    node  -     no 1
                    red   no 2  -
                    1: nobody in red listens at the port
                    2: nobody in node listens at the port
                    """);
            }
        }

        @Test
        void over_ipv6() {
            Topology.Builder topology = Networks.pair()
                    .netns("dumb")
                    .address("red", "veth2-r", "2001:db8::2/64")
                    .address("node", "veth1-r", "2001:db8::1/64");
            try (Testbed testbed = Testbed.create(topology.build())) {
                assertThat(testbed).ipv6().hasReachability("""
                          node  red   dumb
                    node  -     yes   no 1
                    red   yes   -     no 1
                    dumb  no 2  no 2  -
                    1: dumb has no IPv6 address
                    2: dumb has no route (ENETUNREACH)
                    """);
            }
        }

        @Test
        void with_a_reason_for_each_namespace_on_a_routed_way() {
            try (Testbed testbed = Testbed.create(Networks.internet().build())) {
                assertThat(testbed).hasReachability("""
                              node  red   blue  internet
                    node      -     yes   yes   yes
                    red       yes   -     yes   no 1
                    blue      yes   yes   -     no 1
                    internet  no 2  no 2  no 2  -
                    1: it arrived in internet, which has no way back
                    2: internet has no route (ENETUNREACH)
                    """);
            }
        }

        @Test
        void where_nobody_answers_for_the_address() {
            Topology.Builder topology = Topology.builder()
                    .netns("red")
                    .netns("blue")
                    .bridge("br0", bridge -> {})
                    .vethPair(
                            "v1",
                            v -> v.master("br0")
                                    .peer("eth0", peer -> peer.netns("red").address("192.168.0.2/24")))
                    .vethPair(
                            "v2", v -> v.peer("eth0", peer -> peer.netns("blue").address("192.168.0.3/24")));
            try (Testbed testbed = Testbed.create(topology.build())) {
                assertThat(testbed).among("red", "blue").hasReachability("""
                          red   blue
                    red   -     no 1
                    blue  no 2  -
                    1: nobody on the link of red has 192.168.0.3
                    2: nobody on the link of blue has 192.168.0.2
                    """);
            }
        }

        @Test
        void where_more_is_rejected_than_the_kernel_has_icmp_errors_for() {
            Topology.Builder star = Topology.builder();
            int hosts = 8;
            for (int i = 1; i <= hosts; i++) {
                String host = "h" + i;
                String net = "10.0." + i + ".";
                star.netns(host)
                        .vethPair(
                                "v" + i,
                                v -> v.address(net + "1/24")
                                        .peer("eth0", peer -> peer.netns(host).address(net + "2/24")))
                        .route(route -> route.netns(host).to("default").via(net + "1"));
            }
            star.sysctl("node", "net.ipv4.ip_forward", "1")
                    .rule(rule -> rule.chain(FORWARD).destination("10.0.1.0/24").target(Target.REJECT))
                    .rule(rule -> rule.chain(FORWARD).source("10.0.1.0/24").target(Target.REJECT));
            try (Testbed testbed = Testbed.create(star.build())) {
                ReachabilityMatrix matrix = ReachabilityMatrix.of(testbed);

                assertThat(matrix.reaches().stream().flatMap(reach -> reach.obstacle().stream()))
                        .hasSize(2 * (hosts - 1))
                        .containsOnly("a rule of chain FORWARD rejected it in node");
            }
        }

        @Test
        void where_a_link_is_down() {
            try (Testbed testbed = Testbed.create(Networks.bridge().build())) {
                testbed.netns("blue").linkDown("veth2-b");

                assertThat(testbed).among("red", "blue").hasReachability("""
                          red   blue
                    red   -     no 1
                    blue  no 2  -
                    1: the link blue/veth2-b is down
                    2: blue has no route (ENETUNREACH)
                    """);
            }
        }
    }

    @Nested
    class Fails {

        @Test
        void where_a_packet_is_dropped_that_should_arrive() {
            try (Testbed testbed = Testbed.create(dropping().build())) {
                String expected = DROPPED.replaceFirst("no 1", "yes ");

                assertThat(messageOf(testbed, expected)).isEqualTo("""
                    Expecting testbed of node, red, blue
                    to have this reachability, a row for a sender and a column for a receiver:
                          node  red   blue
                    node  -     yes   yes
                    red   yes   -     yes
                    blue  yes   no 1  -
                    1: the policy of chain FORWARD dropped it in node
                    but it has:
                          node  red   blue
                    node  -     yes   yes
                    red   yes   -     no 1
                    blue  yes   no 1  -
                    1: the policy of chain FORWARD dropped it in node
                    red → blue is expected: yes
                    but is: no: the policy of chain FORWARD dropped it in node
                    ping red → 192.168.0.3: no reply within 5 ms
                      cause (proven): node: the policy of chain ip netjig FORWARD (netjig: chainPolicy(FORWARD DROP) \
                    on Topology.builder()) dropped it
                      path:
                        tx red/veth2-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                        rx node/veth1-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                      evidence:
                        nftrace: in node, the policy of chain ip netjig FORWARD gave verdict drop to \
                    192.168.0.2 > 192.168.0.3 echo request ttl 64
                      remedy: ip netns exec node nft 'chain ip netjig FORWARD { policy accept; }'
                    To build this network by hand: testbed.topology().toShellScript()\
                    """);
            }
        }

        @Test
        void where_a_packet_arrives_that_should_be_dropped() {
            try (Testbed testbed = Testbed.create(Networks.pair().build())) {
                assertThat(messageOf(testbed, """
                          node  red
                    node  -     no 1
                    red   yes   -
                    1: red ignores echo requests
                    """)).isEqualTo("""
                        Expecting testbed of node, red
                        to have this reachability, a row for a sender and a column for a receiver:
                              node  red
                        node  -     no 1
                        red   yes   -
                        1: red ignores echo requests
                        but it has:
                              node  red
                        node  -     yes
                        red   yes   -
                        node → red is expected: no: red ignores echo requests
                        but is: yes
                        ping node → 192.168.0.2: reply from 192.168.0.2: ttl=64
                          path:
                            tx node/veth1-r 192.168.0.1 > 192.168.0.2 echo request ttl 64
                            rx red/veth2-r 192.168.0.1 > 192.168.0.2 echo request ttl 64
                            tx red/veth2-r 192.168.0.2 > 192.168.0.1 echo reply ttl 64
                            rx node/veth1-r 192.168.0.2 > 192.168.0.1 echo reply ttl 64
                          packet filters: it met none
                        To build this network by hand: testbed.topology().toShellScript()\
                        """);
            }
        }

        @Test
        void where_it_dies_of_something_else() {
            try (Testbed testbed = Testbed.create(dropping().build())) {
                assertThat(messageOf(testbed, DROPPED.replace("the policy", "a rule")))
                        .contains("""
                            red → blue is expected: no: a rule of chain FORWARD dropped it in node
                            but is: no: the policy of chain FORWARD dropped it in node
                            ping red → 192.168.0.3: no reply within\
                            """)
                        .contains("\nblue → red is expected: no: a rule");
            }
        }

        @Test
        void with_what_to_paste_for_an_empty_table() {
            try (Testbed testbed = Testbed.create(dropping().build())) {
                assertThat(messageOf(testbed, "")).isEqualTo("""
                    Expecting testbed of node, red, blue
                    to have this reachability, a row for a sender and a column for a receiver:

                    but it has:
                          node  red   blue
                    node  -     yes   yes
                    red   yes   -     no 1
                    blue  yes   no 1  -
                    1: the policy of chain FORWARD dropped it in node
                    The expected table cannot be read: it has no rows\
                    """);
            }
        }

        @Test
        void with_a_table_of_other_namespaces() {
            try (Testbed testbed = Testbed.create(Networks.pair().build())) {
                assertThat(messageOf(testbed, """
                          node  blue
                    node  -     yes
                    blue  yes   -
                    """)).contains("""
                        node → red is expected: not in the table
                        but is: yes
                        ping node → 192.168.0.2: reply\
                        """).contains("""
                                node → blue is expected: yes
                                but is: not in the table
                                blue → node is expected: yes
                                but is: not in the table
                                """);
            }
        }

        private static String messageOf(Testbed testbed, String expected) {
            Throwable failure = catchThrowable(() -> assertThat(testbed).hasReachability(expected));
            assertThat(failure).isInstanceOf(AssertionError.class);
            return String.valueOf(failure.getMessage())
                    .replaceAll("within \\d+ ms", "within 5 ms")
                    .replaceAll("\n    kfree_skb: .*", "")
                    .replaceAll("\n  not looked at:\n.*", "");
        }
    }
}
