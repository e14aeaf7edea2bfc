package dev.netjig.diagnosis;

import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.kernel.bpf.PacketDrop;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PacketReader;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The second tier of evidence: what the kernel itself says of each packet that it drops, its tracepoint {@code
 * kfree_skb}. Only for the machine's own root; the system property {@code netjig.tier=0} leaves it out.
 */
final class DropWatch implements AutoCloseable {

    static final String WITNESS = "kfree_skb";

    private final Map<Long, String> names = new HashMap<>();
    private final @Nullable DropTracer tracer;
    private final Optional<String> missed;

    private DropWatch(List<NetworkNamespace> namespaces, @Nullable DropTracer tracer, Optional<String> missed) {
        namespaces.forEach(netns -> names.put(netns.inode(), netns.name()));
        this.tracer = tracer;
        this.missed = missed;
    }

    static DropWatch over(List<NetworkNamespace> namespaces) {
        Optional<String> obstacle = EvidenceTier.here().obstacle();
        if (obstacle.isPresent()) {
            return new DropWatch(namespaces, null, obstacle);
        }
        long[] inodes = namespaces.stream().mapToLong(NetworkNamespace::inode).toArray();
        return new DropWatch(namespaces, DropTracer.open(inodes), Optional.empty());
    }

    /**
     * What was dropped since the last call of the packets that {@code wanted} accepts, in order. Of others nothing is
     * asked: the first function's name costs as much as reading all the kernel's.
     */
    List<Drop> drops(Predicate<Packet> wanted) {
        List<Drop> drops = new ArrayList<>();
        if (tracer != null) {
            for (PacketDrop drop : tracer.drain()) {
                Packet packet = PacketReader.read(drop.protocol(), drop.packet());
                if (wanted.test(packet)) {
                    drops.add(Drop.of(names.getOrDefault(drop.netns(), "?"), drop, packet));
                }
            }
        }
        return drops;
    }

    /** Forgets what was dropped so far. */
    void forget() {
        drops(packet -> false);
    }

    /** Why nothing, or not everything, was seen. */
    Optional<String> notLookedAt() {
        long lost = tracer == null ? 0 : tracer.lost();
        return missed.map(why -> "tracepoint " + WITNESS + ": " + why)
                .or(() -> lost == 0
                        ? Optional.empty()
                        : Optional.of("tracepoint " + WITNESS + ": " + lost + " drops were lost"));
    }

    @Override
    public void close() {
        if (tracer != null) {
            tracer.close();
        }
    }
}
