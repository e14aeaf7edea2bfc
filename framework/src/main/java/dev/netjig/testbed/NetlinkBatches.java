package dev.netjig.testbed;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.topology.plan.AddVethPair;
import dev.netjig.topology.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The messages that wait to be sent, all of one namespace together. Namespaces do not depend on each other, but for the
 * veth peers that one makes in the other: those are there before anything is done to them.
 */
final class NetlinkBatches {

    private record Waiting(Step step, NetlinkMessage message) {}

    private final BiConsumer<String, List<NetlinkMessage>> kernel;
    private final Map<String, List<Waiting>> batches = new LinkedHashMap<>();

    /** For a namespace, those in whose batches a peer for it is. */
    private final Map<String, Set<String>> makersOfPeers = new LinkedHashMap<>();

    /** @param kernel has messages carried out in the namespace of a name */
    NetlinkBatches(BiConsumer<String, List<NetlinkMessage>> kernel) {
        this.kernel = kernel;
    }

    /**
     * Queues the message for a step, behind all that the step depends on.
     *
     * @throws KernelException if the kernel refuses something that had to be sent first, with the step that it was
     */
    void add(Step step, NetlinkMessage message) {
        Set<String> makers = makersOfPeers.remove(step.netns());
        if (makers != null) {
            makers.forEach(this::send);
        }
        batches.computeIfAbsent(step.netns(), netns -> new ArrayList<>()).add(new Waiting(step, message));
        if (step instanceof AddVethPair pair && !pair.peerNetns().equals(pair.netns())) {
            makersOfPeers
                    .computeIfAbsent(pair.peerNetns(), netns -> new LinkedHashSet<>())
                    .add(pair.netns());
        }
    }

    /**
     * Sends all that waits.
     *
     * @throws KernelException if the kernel refuses any of it, with the step that it was
     */
    void flush() {
        List.copyOf(batches.keySet()).forEach(this::send);
        makersOfPeers.clear();
    }

    private void send(String netns) {
        List<Waiting> batch = batches.remove(netns);
        if (batch == null) {
            return;
        }
        try {
            kernel.accept(netns, batch.stream().map(Waiting::message).toList());
        } catch (KernelException refused) {
            Step step = batch.get(refused.batchIndex().orElse(0)).step();
            throw PlanApplier.explain(refused, step);
        }
    }
}
