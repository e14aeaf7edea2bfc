package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.rtnetlink.LinkRequests;
import dev.netjig.topology.IfName;
import dev.netjig.topology.Origin;
import dev.netjig.topology.plan.AddVethPair;
import dev.netjig.topology.plan.SetLinkUp;
import dev.netjig.topology.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NetlinkBatchesTests {

    private static final Origin ORIGIN = new Origin("netns(\"red\")", "Topology.builder()");

    /** What the kernel was given, in order: {@code red: eth0, eth1}. */
    private final List<String> sent = new ArrayList<>();

    private final NetlinkBatches batches = new NetlinkBatches(this::send);

    @Test
    void nothing_is_sent_before_it_has_to_be() {
        add(up("red", "eth0"));
        add(up("blue", "eth0"));
        add(up("red", "eth1"));

        assertThat(sent).isEmpty();
    }

    @Test
    void what_a_namespace_needs_goes_together_and_in_order() {
        add(up("red", "eth0"));
        add(up("blue", "eth0"));
        add(up("red", "eth1"));
        batches.flush();

        assertThat(sent).containsExactly("red: eth0, eth1", "blue: eth0");
    }

    @Test
    void nothing_is_sent_twice() {
        add(up("red", "eth0"));
        batches.flush();
        batches.flush();

        assertThat(sent).containsExactly("red: eth0");
    }

    @Test
    void a_peer_is_there_before_anything_is_done_to_it() {
        add(pair("node", "red"));
        add(up("red", "node-red"));
        batches.flush();

        assertThat(sent).containsExactly("node: node-red", "red: node-red");
    }

    @Test
    void a_peer_comes_behind_what_waited_in_its_namespace_only_where_nothing_depends_on_it() {
        add(up("red", "lo"));
        add(pair("node", "red"));
        batches.flush();

        assertThat(sent).containsExactly("red: lo", "node: node-red");
    }

    @Test
    void what_waits_for_a_peer_keeps_its_place_in_its_namespace() {
        add(up("red", "lo"));
        add(pair("node", "red"));
        add(up("red", "node-red"));
        batches.flush();

        assertThat(sent).containsExactly("node: node-red", "red: lo, node-red");
    }

    @Test
    void a_chain_of_namespaces_is_made_from_its_beginning() {
        add(pair("node", "red"));
        add(pair("red", "blue"));
        add(pair("blue", "green"));
        add(up("green", "blue-green"));
        batches.flush();

        assertThat(sent).containsExactly("node: node-red", "red: red-blue", "blue: blue-green", "green: blue-green");
    }

    @Test
    void namespaces_with_peers_in_each_other_take_turns() {
        add(pair("node", "red"));
        add(pair("red", "node"));
        add(up("node", "red-node"));
        add(up("red", "node-red"));
        batches.flush();

        assertThat(sent).containsExactly("node: node-red", "red: red-node", "node: red-node", "red: node-red");
    }

    @Test
    void all_who_make_peers_for_a_namespace_come_before_it() {
        add(pair("node", "red"));
        add(pair("blue", "red"));
        add(up("red", "blue-red"));
        batches.flush();

        assertThat(sent).containsExactly("node: node-red", "blue: blue-red", "red: blue-red");
    }

    @Test
    void a_pair_within_one_namespace_holds_nobody_up() {
        add(pair("red", "red"));
        add(up("red", "red-red"));
        batches.flush();

        assertThat(sent).containsExactly("red: red-red, red-red");
    }

    @Test
    void a_refusal_names_the_step_that_was_refused_and_not_the_one_that_had_it_sent() {
        NetlinkBatches refusing = new NetlinkBatches((netns, messages) -> {
            throw KernelException.refused("set link up", Errno.ENODEV).atIndex(1);
        });
        refusing.add(pair("node", "red"), message("node-red"));
        refusing.add(up("node", "nothing"), message("nothing"));

        assertThatThrownBy(() -> refusing.add(up("red", "node-red"), message("node-red")))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining(
                        "during: ip -n node link set dev nothing up  [netns(\"red\") on Topology.builder()]");
    }

    private void send(String netns, List<NetlinkMessage> messages) {
        sent.add(netns + ": "
                + String.join(
                        ", ", messages.stream().map(NetlinkMessage::object).toList()));
    }

    private void add(Step step) {
        batches.add(
                step,
                message(
                        step instanceof AddVethPair pair
                                ? pair.name().value()
                                : ((SetLinkUp) step).dev().value()));
    }

    private static NetlinkMessage message(String dev) {
        return LinkRequests.setUp(dev);
    }

    private static Step up(String netns, String dev) {
        return new SetLinkUp(netns, new IfName(dev), ORIGIN);
    }

    /** Both ends have the name of the pair, {@code node-red}. */
    private static Step pair(String netns, String peerNetns) {
        IfName name = new IfName(netns + "-" + peerNetns);
        return new AddVethPair(
                netns,
                name,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                true,
                peerNetns,
                name,
                Optional.empty(),
                ORIGIN);
    }
}
