package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class LinkAssertTests {

    private static Testbed testbed;

    @BeforeAll
    static void build() {
        testbed = Testbed.create(Topology.builder()
                .netns("red")
                .netns("blue")
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .vethPair("veth1-r", pair -> pair.master("br0").mtu(1400).peer("veth2-r", peer -> peer.netns("red")))
                .vethPair(
                        "veth1-b",
                        pair -> pair.master("br0")
                                .peer("veth2-b", peer -> peer.netns("blue").up(false)))
                .vethPair("inner1", pair -> pair.peer("inner2", peer -> {}))
                .build());
    }

    @AfterAll
    static void tearDown() {
        testbed.close();
    }

    @Test
    void is_up() {
        assertThat(testbed.netns("red")).link("veth2-r").isUp();
    }

    @Test
    void lo_that_was_brought_up_is_up() {
        assertThat(testbed.netns("red")).link("lo").isUp();
    }

    @Test
    void a_bridge_with_a_port_that_works_is_up() {
        assertThat(testbed.node()).link("br0").isUp();
    }

    @Test
    void one_that_nobody_brought_up_is_not_up() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("blue")).link("veth2-b").isUp())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link blue/veth2-b
                        to be UP
                        but it is DOWN""");
    }

    @Test
    void one_whose_other_end_is_down_is_not_up() {
        assertThatThrownBy(() -> assertThat(testbed.node()).link("veth1-b").isUp())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/veth1-b
                        to be UP
                        but it is UP without carrier""");
    }

    @Test
    void is_down() {
        assertThat(testbed.netns("blue")).link("veth2-b").isDown();
    }

    @Test
    void one_that_is_up_is_not_down() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("red")).link("veth2-r").isDown())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link red/veth2-r
                        to be DOWN
                        but it is UP""");
    }

    @Test
    void one_without_carrier_is_not_down() {
        assertThatThrownBy(() -> assertThat(testbed.node()).link("veth1-b").isDown())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/veth1-b
                        to be DOWN
                        but it is UP without carrier""");
    }

    @Test
    void has_no_carrier() {
        assertThat(testbed.node()).link("veth1-b").hasNoCarrier();
    }

    @Test
    void one_that_is_up_has_a_carrier() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("red")).link("veth2-r").hasNoCarrier())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link red/veth2-r
                        to be UP without carrier
                        but it is UP""");
    }

    @Test
    void one_that_is_down_is_not_said_to_lack_a_carrier() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("blue")).link("veth2-b").hasNoCarrier())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link blue/veth2-b
                        to be UP without carrier
                        but it is DOWN""");
    }

    @Test
    void has_this_master() {
        assertThat(testbed.node()).link("veth1-r").hasMaster("br0");
    }

    @Test
    void has_another_master() {
        assertThatThrownBy(() -> assertThat(testbed.node()).link("veth1-r").hasMaster("br1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/veth1-r
                        to have master br1
                        but it has master br0""");
    }

    @Test
    void has_no_master() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("red")).link("veth2-r").hasMaster("br0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link red/veth2-r
                        to have master br0
                        but it has no master""");
    }

    @Test
    void is_paired_with_a_device_of_another_namespace() {
        assertThat(testbed.node()).link("veth1-r").isPairedWith(testbed.netns("red"), "veth2-r");
        assertThat(testbed.netns("red")).link("veth2-r").isPairedWith(testbed.node(), "veth1-r");
    }

    @Test
    void is_paired_with_a_device_of_its_own_namespace() {
        assertThat(testbed.node()).link("inner1").isPairedWith(testbed.node(), "inner2");
    }

    @Test
    void is_paired_with_a_device_of_a_third_namespace() {
        assertThatThrownBy(
                        () -> assertThat(testbed.node()).link("veth1-r").isPairedWith(testbed.netns("blue"), "veth2-b"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/veth1-r
                        to have its other end at blue/veth2-b
                        but it has it at red/veth2-r""");
    }

    @Test
    void is_paired_with_another_device_of_that_namespace() {
        assertThatThrownBy(() -> assertThat(testbed.node()).link("veth1-r").isPairedWith(testbed.netns("red"), "veth9"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/veth1-r
                        to have its other end at red/veth9
                        but it has it at red/veth2-r""");
    }

    @Test
    void is_paired_with_nothing() {
        assertThatThrownBy(() -> assertThat(testbed.node()).link("br0").isPairedWith(testbed.netns("red"), "veth2-r"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link node/br0
                        to have its other end at red/veth2-r
                        but it has no other end""");
    }

    @Test
    void has_this_mtu() {
        assertThat(testbed.netns("red")).link("veth2-r").hasMtu(1400);
    }

    @Test
    void has_another_mtu() {
        assertThatThrownBy(
                        () -> assertThat(testbed.netns("red")).link("veth2-r").hasMtu(1500))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting link red/veth2-r
                        to have mtu 1500
                        but it has mtu 1400""");
    }
}
