package dev.netjig.diagnosis;

import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.kernel.bpf.PacketDrop;
import dev.netjig.probe.PacketReader;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second tier of evidence: what the kernel itself says of each packet that it drops, its tracepoint {@code
 * kfree_skb}. Only for the machine's own root; the system property {@code netjig.tier=0} leaves it out.
 */
final class DropWatch implements AutoCloseable {

    static final String WITNESS = "kfree_skb";

    private final Map<Long, String> names = new HashMap<>();
    private final List<Drop> drops = new ArrayList<>();
    private final @Nullable DropTracer tracer;
    private final Optional<String> missed;

    private DropWatch(List<NetworkNamespace> namespaces, @Nullable DropTracer tracer, Optional<String> missed) {
        namespaces.forEach(netns -> names.put(netns.inode(), netns.name()));
        this.tracer = tracer;
        this.missed = missed;
    }

    static DropWatch over(List<NetworkNamespace> namespaces) {
        if (Integer.getInteger("netjig.tier", 1) == 0) {
            return new DropWatch(namespaces, null, Optional.of("netjig.tier=0"));
        }
        Optional<String> unavailable = DropTracer.unavailableBecause();
        if (unavailable.isPresent()) {
            return new DropWatch(namespaces, null, unavailable);
        }
        long[] inodes = namespaces.stream().mapToLong(NetworkNamespace::inode).toArray();
        return new DropWatch(namespaces, DropTracer.open(inodes), Optional.empty());
    }

    /** What was dropped so far, in order. */
    List<Drop> drops() {
        if (tracer != null) {
            for (PacketDrop drop : tracer.drain()) {
                String netns = names.getOrDefault(drop.netns(), "?");
                drops.add(Drop.of(netns, drop, PacketReader.read(drop.protocol(), drop.packet())));
            }
        }
        return List.copyOf(drops);
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
