package dev.netjig.diagnosis;

import dev.netjig.kernel.bpf.DropTracer;
import java.util.Optional;

/**
 * How strong the evidence can be on this machine, in this JVM.
 *
 * @param number 1 where the kernel itself tells of each packet that it drops, else 0
 * @param obstacle what keeps it from being 1
 */
public record EvidenceTier(int number, Optional<String> obstacle) {

    /** The tier that explanations can have here. */
    public static EvidenceTier here() {
        Optional<String> obstacle = Integer.getInteger("netjig.tier", 1) == 0
                ? Optional.of("netjig.tier=0")
                : DropTracer.unavailableBecause();
        return new EvidenceTier(obstacle.isEmpty() ? 1 : 0, obstacle);
    }

    /** {@code 1 (packet sockets, traces, counters, and the tracepoint kfree_skb)}. */
    @Override
    public String toString() {
        return number + " (packet sockets, traces, counters, "
                + obstacle.map(why -> "but not the tracepoint kfree_skb: " + why)
                        .orElse("and the tracepoint kfree_skb")
                + ")";
    }
}
