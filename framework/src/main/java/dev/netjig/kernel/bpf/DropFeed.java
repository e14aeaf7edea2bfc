package dev.netjig.kernel.bpf;

import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program with its maps, one for the JVM. It is attached while somebody watches. All watches share one queue; who
 * reads it hands the others what is theirs, so that no thread has to.
 */
final class DropFeed {

    /** Packets that wait for a reader, of all watches together. */
    private static final int QUEUE = 4096;

    /** Namespaces that can be watched at a time. */
    private static final int NAMESPACES = 4096;

    private final KernelLayout layout;
    private final BpfMap queue;
    private final BpfMap filter;
    private final RawTracepoint program;

    private final List<DropTracer> watches = new ArrayList<>();
    private final Map<Integer, Integer> watchers = new HashMap<>();
    private @Nullable Fd attached;

    private DropFeed(KernelLayout layout, BpfMap queue, BpfMap filter, RawTracepoint program) {
        this.layout = layout;
        this.queue = queue;
        this.filter = filter;
        this.program = program;
    }

    /**
     * Loads the program.
     *
     * @throws dev.netjig.kernel.KernelException if the kernel refuses
     * @throws BtfException if the kernel lacks something
     */
    static DropFeed load() {
        // First what only root may, as reading the types takes a while.
        BpfMap queue = BpfMap.queue("queue of dropped packets", DropEvent.SIZE, QUEUE);
        try {
            BpfMap filter = BpfMap.hash("filter of namespaces", NAMESPACES);
            try {
                KernelLayout layout = KernelLayout.of(Btf.ofKernel());
                byte[] program = DropProgram.assemble(layout, filter.fd(), queue.fd());
                return new DropFeed(layout, queue, filter, RawTracepoint.load("kfree_skb", program));
            } catch (RuntimeException | Error failed) {
                filter.close();
                throw failed;
            }
        } catch (RuntimeException | Error failed) {
            queue.close();
            throw failed;
        }
    }

    synchronized void open(DropTracer watch) {
        if (attached == null) {
            // What a program that ran while it was detached left behind.
            distribute();
            attached = program.attach();
        }
        watches.add(watch);
    }

    /** The number of packets of {@code netns} that were lost so far because the queue was full. */
    synchronized long watch(int netns) {
        if (watchers.merge(netns, 1, Integer::sum) == 1) {
            filter.put(netns, 0);
        }
        return filter.number(netns);
    }

    synchronized long lost(int netns) {
        return filter.number(netns);
    }

    synchronized void close(DropTracer watch, Iterable<Integer> namespaces) {
        watches.remove(watch);
        for (int netns : namespaces) {
            if (watchers.merge(netns, -1, Integer::sum) == 0) {
                watchers.remove(netns);
                filter.remove(netns);
            }
        }
        distribute();
        if (watches.isEmpty() && attached != null) {
            attached.close();
            attached = null;
        }
    }

    /** Hands every watch what is in the queue for it; a queue that fills as fast as it is read is left at some point. */
    synchronized void distribute() {
        Optional<ByteBuffer> event = queue.poll();
        if (event.isEmpty()) {
            return;
        }
        long offset = realtimeOffset();
        for (int i = 0; event.isPresent() && i < 2 * QUEUE; i++) {
            int netns = event.get().getInt(DropEvent.NETNS);
            PacketDrop drop = DropEvent.decode(event.get(), layout, offset);
            for (DropTracer watch : watches) {
                watch.accept(netns, drop);
            }
            event = queue.poll();
        }
    }

    private static long realtimeOffset() {
        long before = Sys.clock(Const.CLOCK_MONOTONIC);
        long realtime = Sys.clock(Const.CLOCK_REALTIME);
        long after = Sys.clock(Const.CLOCK_MONOTONIC);
        return realtime - before - (after - before) / 2;
    }
}
