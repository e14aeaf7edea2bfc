package dev.netjig.testbed;

import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsNamespaces
@Timeout(60)
class TestbedTests {

    @Test
    void what_was_declared_is_there() {
        try (Testbed testbed = Testbed.create(TwoHosts.topology().build())) {
            assertThat(testbed.namespaces()).extracting(NetworkNamespace::name).containsExactly("node", "red");
            assertThat(testbed.netns("red").link("eth0").isUp()).isTrue();
            assertThat(testbed).hasToString("testbed of node, red");
        }
    }

    @Test
    void a_namespace_that_is_not_there_is_told_from_those_that_are() {
        try (Testbed testbed = Testbed.create(TwoHosts.topology().build())) {
            assertThatThrownBy(() -> testbed.netns("blue"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("the topology has no netns blue; it has node, red");
        }
    }

    @Test
    void a_refused_step_is_explained_with_its_declaration() {
        Topology topology = TwoHosts.topology()
                .route(route -> route.netns("red").to("192.0.2.0/24").via("172.16.0.1"))
                .build();

        assertThatThrownBy(() -> Testbed.create(topology))
                .isInstanceOf(KernelException.class)
                .hasMessageStartingWith("cannot add route 192.0.2.0/24 via 172.16.0.1 in netns red: Nexthop has invalid"
                        + " gateway (ENETUNREACH, Network is unreachable)")
                .hasMessageContaining("\n  during: ip -n red route add 192.0.2.0/24 via 172.16.0.1  [");
    }

    @Test
    void refused_firewall_rules_come_with_the_words_of_their_program() {
        Topology topology = Topology.builder()
                .firewall(IPTABLES_NFT)
                .rawRule("node", "-A NOWHERE -j DROP")
                .build();

        assertThatThrownBy(() -> Testbed.create(topology))
                .isInstanceOf(KernelException.class)
                .hasMessageStartingWith("cannot load iptables-nft rules in netns node: ");
    }

    @Test
    void a_closed_testbed_leaves_no_namespace() {
        try (Testbed witness = Testbed.create(Topology.builder().build())) {
            Testbed testbed = Testbed.create(TwoHosts.topology().build());
            watch(witness, testbed, "node");
            watch(witness, testbed, "red");

            testbed.close();

            awaitEnd(witness, "node");
            awaitEnd(witness, "red");
        }
    }

    @Test
    void a_set_up_that_fails_half_way_leaves_no_namespace() {
        try (Testbed witness = Testbed.create(Topology.builder().build())) {
            Testbed testbed = Testbed.of(TwoHosts.topology()
                    .route(route -> route.netns("red").to("192.0.2.0/24").via("172.16.0.1"))
                    .build());
            assertThatThrownBy(testbed::setUp).isInstanceOf(KernelException.class);
            watch(witness, testbed, "red");

            testbed.close();

            awaitEnd(witness, "red");
        }
    }

    @Test
    void closing_twice_is_harmless() {
        Testbed testbed = Testbed.create(Topology.builder().build());

        testbed.close();
        testbed.close();

        assertThatThrownBy(() -> testbed.node().exec("true")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_testbed_that_was_never_set_up_can_be_closed() {
        Testbed.of(Topology.builder().build()).close();
    }

    @Test
    void what_is_owed_fails_the_closing_and_leaves_nothing() {
        Testbed testbed = Testbed.create(Topology.builder().build());
        testbed.owe("a reason is missing");

        assertThatThrownBy(testbed::close)
                .isInstanceOf(UnsettledException.class)
                .hasMessage("a reason is missing");
        testbed.close();
    }

    @Test
    void what_is_settled_is_owed_no_more() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            testbed.owe("a reason is missing").settle();

            testbed.checkSettled();
        }
    }

    @Test
    void a_debt_is_called_in_once() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            testbed.owe("a reason is missing");

            assertThatThrownBy(testbed::checkSettled).hasMessage("a reason is missing");
        }
    }

    @Test
    void a_namespace_that_a_command_made_is_found_by_its_name() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            testbed.node().exec("ip", "netns", "add", "green").orThrow();

            NetworkNamespace green = testbed.node().named("green");

            assertThat(green.name()).isEqualTo("green");
            assertThat(green.links()).extracting(LinkState::name).contains("lo");
            assertThat(green.inode()).isNotEqualTo(testbed.node().inode());
            assertThat(testbed.allNamespaces()).contains(green);
            assertThat(Files.exists(Path.of("/run/netns/green"))).isFalse();
        }
    }

    @Test
    void a_name_that_is_not_there_is_told_from_those_that_are() {
        try (Testbed testbed = Testbed.create(TwoHosts.topology().build())) {
            assertThatThrownBy(() -> testbed.netns("red").named("green"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no netns green is in /run/netns as netns red sees it; there are node, red");
        }
    }

    @Test
    void a_name_that_stands_for_no_namespace_is_refused_and_not_held() throws IOException {
        String name = "no-netns-" + System.nanoTime();
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            testbed.node().exec("touch", "/run/netns/" + name).orThrow();

            assertThatThrownBy(() -> testbed.node().named(name))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("EINVAL");
            assertThat(openFiles()).noneMatch(file -> file.endsWith(name));
        }
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(TestbedTests::target).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** A veth of the witness dies with the namespace that its other end is in. */
    private static void watch(Testbed witness, Testbed testbed, String netns) {
        String path = testbed.netns(netns).mounted().netPath();
        witness.node()
                .exec("ip", "link", "add", netns, "type", "veth", "peer", "name", "witness", "netns", path)
                .orThrow();
    }

    private static void awaitEnd(Testbed witness, String netns) {
        await().untilAsserted(() ->
                assertThat(witness.node().links()).extracting(LinkState::name).doesNotContain(netns));
    }
}
