package dev.netjig.testbed;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.netns.Netns;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Network namespaces that nobody has used yet, made while nobody waits for them: as many as the last set-ups took. Like all of a JVM's, they are held by descriptors alone and end with it.
 */
final class SpareNamespaces {

    /** What a large topology needs beyond that it makes itself. {@code -Dnetjig.spares=0}: nothing is made in advance. */
    private static final int MOST = Integer.getInteger("netjig.spares", 4);

    private static final Queue<Spare> SPARE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private SpareNamespaces() {}

    /** A namespace and the socket that its testbed asks its kernel by. */
    record Spare(Netns netns, NetlinkSocket socket) {}

    /** A new namespace for the caller to keep, or null if one has to be made. */
    static @Nullable Spare take() {
        TAKEN.incrementAndGet();
        return SPARE.poll();
    }

    /** Makes as many as have been taken; the calling thread, one of its own, ends up in one of them. */
    static void fill() {
        int wanted = Math.min(MOST, TAKEN.getAndSet(0));
        try {
            for (int spare = SPARE.size(); spare < wanted; spare++) {
                make();
            }
        } catch (KernelException refused) {
            // The next set-up asks for its namespaces itself, and tells whoever called it what was refused.
            return;
        }
    }

    private static void make() {
        Netns netns = Netns.unshare("spare");
        try {
            SPARE.add(new Spare(netns, NetlinkSocket.openRoute()));
        } catch (KernelException refused) {
            netns.close();
            throw refused;
        }
    }
}
