package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device is down somewhere, or nobody has the next hop's address. */
@NeedsNamespaces
class LinkDiagnosisTests {

    private static final Cause ISOLATED = new Cause.BridgePort("node", "veth1-b", Cause.BridgePort.State.ISOLATED);

    /** Its neighbours are not known yet: ARP is what gets lost. */
    @ParameterizedTest
    @CsvSource({"node, veth1-r", "node, br0", "node, veth1-b", "blue, veth2-b"})
    void blames_the_device_that_is_down(String netns, String dev) {
        Explanation explanation = Explanations.of(
                Networks.bridge(), testbed -> testbed.netns(netns).linkDown(dev), "red", "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown(netns, dev));
    }

    /** ARP is done: the echo request itself gets lost. */
    @ParameterizedTest
    @CsvSource({"node, veth1-r", "node, br0", "node, veth1-b", "blue, veth2-b"})
    void blames_the_device_that_went_down_after_a_first_answer(String netns, String dev) {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> {
                    assertThat(Ping.of(testbed.netns("red"), "192.168.0.3")
                                    .send()
                                    .isAnswered())
                            .isTrue();
                    testbed.netns(netns).linkDown(dev);
                },
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown(netns, dev));
    }

    @Test
    void the_senders_own_device_takes_its_routes_along() {
        Explanation explanation = Explanations.of(
                Networks.bridge(), testbed -> testbed.netns("red").linkDown("veth2-r"), "red", "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NetworkUnreachable("red", IpLiteral.parse("192.168.0.3")));
    }

    @Test
    void a_loopback_device_that_is_down_loses_pings_to_oneself() {
        Explanation explanation =
                Explanations.of(Networks.pair(), testbed -> testbed.netns("red").linkDown("lo"), "red", "192.168.0.2");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown("red", "lo"));
    }

    @Test
    void blames_the_routers_link_to_the_next_network() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(), testbed -> testbed.netns("internet").linkDown("eth0"), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown("internet", "eth0"));
    }

    @Test
    void the_node_itself_is_told_of_the_link_behind_its_bridge() {
        Explanation explanation = Explanations.of(
                Networks.bridge(), testbed -> testbed.netns("blue").linkDown("veth2-b"), "node", "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown("blue", "veth2-b"));
    }

    /** blue has a second link, which is down, and the address is on neither. */
    @Test
    void a_link_that_is_down_elsewhere_is_not_blamed() {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .vethPair(
                                "veth3-b",
                                v -> v.master("br0")
                                        .peer(
                                                "veth4-b",
                                                p -> p.netns("blue")
                                                        .address("192.168.7.7/24")
                                                        .up(false))),
                "red",
                "192.168.0.77");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("red", "veth2-r", IpLiteral.parse("192.168.0.77")));
    }

    /** The address exists, but on another link than the one that the sender asks on. */
    @Test
    void an_owner_on_another_link_is_no_neighbour_even_if_its_device_is_down() {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .netns("green")
                        .bridge("br1", b -> {})
                        .vethPair(
                                "veth1-g",
                                v -> v.master("br1")
                                        .peer(
                                                "veth2-g",
                                                p -> p.netns("green")
                                                        .address("192.168.0.4/24")
                                                        .up(false))),
                "red",
                "192.168.0.4");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("red", "veth2-r", IpLiteral.parse("192.168.0.4")));
    }

    @Test
    void the_sender_has_no_neighbour() {
        Explanation explanation = Explanations.of(Networks.bridge(), "red", "192.168.0.77");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("red", "veth2-r", IpLiteral.parse("192.168.0.77")));
    }

    @Test
    void the_router_has_no_neighbour() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet().route(r -> r.to("8.8.8.8/32").via("10.0.0.77")), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("node", "eth0", IpLiteral.parse("10.0.0.77")));
    }

    @Test
    void the_receiver_has_no_neighbour_for_the_answer() {
        Explanation explanation = Explanations.of(
                Networks.internet()
                        .route(r -> r.netns("internet").to("192.168.0.0/24").via("10.0.0.77")),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("internet", "eth0", IpLiteral.parse("10.0.0.77")));
    }

    @Test
    void the_router_has_no_neighbour_for_a_masqueraded_answer() {
        Explanation explanation = Explanations.of(
                Networks.masqueradedInternet(),
                testbed -> {
                    testbed.netns("red").sysctl("net.ipv4.conf.all.arp_ignore", "8");
                    testbed.node().exec("ip", "neigh", "flush", "all").orThrow();
                    testbed.netns("red")
                            .exec("ip", "neigh", "replace", "192.168.0.1", "dev", "veth2-r", "lladdr", mac(testbed))
                            .orThrow();
                },
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("node", "br0", IpLiteral.parse("192.168.0.2")));
    }

    /** An entry that says FAILED is of some earlier packet: ours is too large for the device. */
    @Test
    void a_neighbour_that_failed_before_is_not_blamed() {
        try (Testbed testbed = Testbed.create(Networks.routedInternet()
                .route(r -> r.to("8.8.8.8/32").via("10.0.0.77"))
                .build())) {
            testbed.node().shell("""
                            ip neigh replace 10.0.0.77 dev eth0 nud failed
                            ip link set eth0 mtu 1000
                            """).orThrow();

            Explanation explanation = Explanations.of(
                    Ping.of(testbed.netns("red"), "8.8.8.8").payloadSize(1200).dontFragment());

            assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.TooBig("node", "eth0", 1000));
            assertThat(explanation.attempt().errors())
                    .singleElement()
                    .hasToString("From 192.168.0.1: Frag needed and DF set (mtu = 1000)");
        }
    }

    @ParameterizedTest
    @CsvSource({"node, 192.168.0.1, veth1-r", "blue, 192.168.0.3, veth2-b"})
    void a_neighbour_has_another_mac_than_the_sender_believes(String owner, String address, String dev) {
        Explanation explanation = Explanations.of(
                owner.equals("node") ? Networks.pair() : Networks.bridge(),
                testbed -> testbed.netns("red")
                        .exec("ip", "neigh", "replace", address, "dev", "veth2-r", "lladdr", "02:00:00:00:00:99")
                        .orThrow(),
                "red",
                address);

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.OtherHost(owner, dev, new MacAddress("02:00:00:00:00:99")));
    }

    @Test
    void an_isolated_neighbour_is_not_even_asked() {
        Explanation explanation =
                Explanations.of(Networks.bridge(), testbed -> isolate(testbed.node()), "red", "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isEqualTo(ISOLATED);
    }

    @Test
    void an_isolated_port_keeps_an_echo() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> {
                    assertThat(Ping.of(testbed.netns("red"), "192.168.0.3")
                                    .send()
                                    .isAnswered())
                            .isTrue();
                    isolate(testbed.node());
                },
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation)).isEqualTo(ISOLATED);
    }

    @Test
    void a_port_in_the_state_listening_lets_nothing_in() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> testbed.node()
                        .exec("ip", "link", "set", "veth1-r", "type", "bridge_slave", "state", "1")
                        .orThrow(),
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.BridgePort("node", "veth1-r", Cause.BridgePort.State.BLOCKED));
    }

    @Test
    void a_packet_is_too_large_for_the_other_end() {
        try (Testbed testbed = Testbed.create(Networks.pair().build())) {
            testbed.node().exec("ip", "link", "set", "veth1-r", "mtu", "600").orThrow();

            Explanation explanation =
                    Explanations.of(Ping.of(testbed.netns("red"), "192.168.0.1").payloadSize(1200));

            assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.TooBig("node", "veth1-r", 600));
        }
    }

    private static void isolate(NetworkNamespace node) {
        node.shell("""
                        ip link set veth1-r type bridge_slave isolated on
                        ip link set veth1-b type bridge_slave isolated on
                        """).orThrow();
    }

    private static String mac(Testbed testbed) {
        return testbed.node().link("br0").mac().orElseThrow().toString();
    }
}
