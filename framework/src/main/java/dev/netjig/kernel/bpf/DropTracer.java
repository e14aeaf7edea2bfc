package dev.netjig.kernel.bpf;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Watches network namespaces for packets that the kernel drops, from {@link #open} to {@link #close}. The kernel says
 * itself which packet, where and why; nobody has to guess. It needs root in the machine's own user namespace, a kernel
 * from 5.17 on, and its types in {@code /sys/kernel/btf/vmlinux}: {@link #unavailableBecause} tells what is missing.
 *
 * <p>The first use in a JVM reads the kernel's types and loads the program, once. While nobody watches, the kernel runs
 * nothing of it: the first watch patches it into the kernel's code and the last one out of it again, a few milliseconds
 * each. Each tracer gets its own packets, and tracers that watch the same namespace get all of them.
 *
 * <p>A dropped packet need not be a lost one: the kernel also drops the copies that nobody wanted, as of an echo reply
 * for the sockets that do not wait for it, and the errors that quote a request and that nobody read before the socket was
 * closed. Join by what is in the packet.
 *
 * <p>Nor is every drop told: the kernel does not run a program again in an interrupt while it runs on the same CPU. That is
 * rare, one in some ten thousand on a machine that drops nothing but packets, and nobody counts it. So a drop that was
 * told is proof, and one that was not is none.
 *
 * <p>Equal by hand: {@code bpftrace -e 'tracepoint:skb:kfree_skb …'}.
 */
public final class DropTracer implements AutoCloseable {

    /** As many packets as anybody will look at; more of them are counted as lost. */
    private static final int MOST_WAITING = 8192;

    /** The program, or what keeps it from being loaded. */
    private record Loading(@Nullable DropFeed feed, Optional<String> obstacle) {

        /** Once for the JVM. */
        static final Loading RESULT = load();

        private static Loading load() {
            try {
                return new Loading(DropFeed.load(), Optional.empty());
            } catch (KernelException | BtfException refused) {
                return new Loading(null, Optional.of(text(refused)));
            }
        }
    }

    private final DropFeed feed;

    /** By namespace how many packets had been lost before. */
    private final Map<Integer, Long> namespaces = new HashMap<>();

    private final Queue<PacketDrop> waiting = new ArrayDeque<>();
    private long overflown;
    private boolean closed;

    private DropTracer(DropFeed feed) {
        this.feed = feed;
    }

    /** Whether this machine lets this JVM watch dropped packets; the first call loads the program. */
    public static boolean isAvailable() {
        return unavailableBecause().isEmpty();
    }

    /** What keeps this JVM from watching dropped packets, or empty if nothing does. */
    public static Optional<String> unavailableBecause() {
        return Loading.RESULT.obstacle;
    }

    /**
     * Begins to watch.
     *
     * @param netns the inodes of the namespaces to watch, as in {@code net:[4026532245]}
     * @throws KernelException if the kernel refuses; see {@link #unavailableBecause}
     */
    public static DropTracer open(long... netns) {
        DropFeed feed = Loading.RESULT.feed;
        if (feed == null) {
            throw KernelException.of(
                    "watch dropped packets", unavailableBecause().orElse("no reason given"));
        }
        DropTracer tracer = new DropTracer(feed);
        feed.open(tracer);
        try {
            tracer.watch(netns);
        } catch (RuntimeException | Error failed) {
            tracer.close();
            throw failed;
        }
        return tracer;
    }

    /** Watches more namespaces from now on. */
    public void watch(long... netns) {
        synchronized (feed) {
            requireOpen();
            for (long inode : netns) {
                // The kernel's type for it is unsigned int.
                namespaces.computeIfAbsent((int) inode, feed::watch);
            }
        }
    }

    /** The packets that were dropped since the last call, in their order. Does not wait; takes some microseconds. */
    public List<PacketDrop> drain() {
        synchronized (feed) {
            requireOpen();
            feed.distribute();
            List<PacketDrop> drops = new ArrayList<>(waiting);
            waiting.clear();
            return drops;
        }
    }

    /** How many packets of the watched namespaces were dropped but not reported, because nobody drained for long. */
    public long lost() {
        synchronized (feed) {
            requireOpen();
            long lost = overflown;
            for (Map.Entry<Integer, Long> netns : namespaces.entrySet()) {
                lost += feed.lost(netns.getKey()) - netns.getValue();
            }
            return lost;
        }
    }

    /** Stops to watch. */
    @Override
    public void close() {
        synchronized (feed) {
            if (!closed) {
                closed = true;
                feed.close(this, namespaces.keySet());
            }
        }
    }

    /** Called by whoever reads the queue. */
    void accept(int netns, PacketDrop drop) {
        if (!namespaces.containsKey(netns)) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            overflown++;
        } else {
            waiting.add(drop);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the watch for dropped packets was closed");
        }
    }

    private static String text(RuntimeException refused) {
        boolean forbidden = refused instanceof KernelException kernel
                && kernel.errno()
                        .filter(errno -> errno.equals(Errno.EPERM) || errno.equals(Errno.EACCES))
                        .isPresent();
        return forbidden
                ? "bpf(2) is for root in the machine's own user namespace (CAP_BPF and CAP_PERFMON): "
                        + refused.getMessage()
                : String.valueOf(refused.getMessage());
    }
}
