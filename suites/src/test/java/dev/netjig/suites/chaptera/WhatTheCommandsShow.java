package dev.netjig.suites.chaptera;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What {@code ip netns} and {@code ip address} print, and what the kernel says where they get it from.
 *
 * <p>A namespace has an id only in the eyes of another one that has something to do with it, and gets it when the veth
 * arrives in it, not when it is made. The id is a matter of order: red has 0 in the document because nothing came before.
 */
@Scenario(id = "A2", title = "ip netns prints red (id: 0), ip address in red its address and link-netnsid 0")
class WhatTheCommandsShow {

    @Test
    void red_has_no_id_until_the_veth_arrives(@Netns("node") NetworkNamespace node) {
        Recipe.Outcomes typed = Recipe.of(
                        "ip netns add red",
                        "ip link add veth1-r type veth peer veth2-r",
                        "ip netns",
                        "ip link set veth2-r netns red",
                        "ip netns")
                .runIn(node);

        assertThat(typed.output(3).lines()).contains("red");
        assertThat(typed.output(5).lines()).contains("red (id: 0)");
    }

    @Test
    @SingleNamespace
    void the_annotated_red_has_id_0_too(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("ip", "netns").orThrow().stdout().lines()).contains("red (id: 0)");
        assertThat(node.link("veth1-r").peerNetnsid()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    @Internet
    void with_an_uplink_into_another_namespace_red_comes_second(@Netns("node") NetworkNamespace node) {
        Recipe.Outcomes typed = NineSteps.ALL.then("ip netns").runIn(node);

        assertThat(typed.output(10).lines()).contains("red (id: 1)", "internet (id: 0)");
    }

    @Test
    @SingleNamespace
    void red_has_lo_and_its_end_of_the_veth(@Netns("red") NetworkNamespace red) {
        assertThat(red.links()).extracting(LinkState::name).containsExactly("lo", "veth2-r");
        assertThat(red).link("lo").isUp();
        assertThat(red).link("veth2-r").isUp();
        assertThat(red).hasAddress("192.168.0.1/32");
    }

    @Test
    @SingleNamespace
    void the_ends_of_the_veth_know_each_other(
            @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
        assertThat(node).link("veth1-r").isPairedWith(red, "veth2-r");
        assertThat(red).link("veth2-r").isPairedWith(node, "veth1-r");
        assertThat(red.link("veth2-r").peerNetnsid()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void ip_address_prints_what_the_document_shows(@Netns("node") NetworkNamespace node) {
        // The machine has no name of its own in the document; for a namespace with a name, ip prints that.
        node.shell("umount /run/netns/node; rm /run/netns/node").orThrow();
        Recipe.Outcomes typed =
                NineSteps.ALL.then("ip netns", "ip netns exec red ip address").runIn(node);
        List<String> printed = typed.output(11).lines().map(String::strip).toList();

        assertThat(typed.output(10)).isEqualTo("red (id: 0)");
        assertThat(printed).contains("inet 127.0.0.1/8 scope host lo", "inet 192.168.0.1/32 scope global veth2-r");
        assertThat(printed)
                .anyMatch(line -> line.matches("\\d+: veth2-r@if\\d+: <BROADCAST,MULTICAST,UP,LOWER_UP> .*"));
        assertThat(printed)
                .anyMatch(line -> line.matches("link/ether [0-9a-f:]+ brd ff:ff:ff:ff:ff:ff link-netnsid 0"));
    }

    @Test
    @SingleNamespace
    void ip_prints_the_name_of_a_namespace_that_has_one(@Netns("red") NetworkNamespace red) {
        assertThat(red.exec("ip", "link", "show", "dev", "veth2-r").orThrow().stdout())
                .contains(" link-netns node");
    }
}
