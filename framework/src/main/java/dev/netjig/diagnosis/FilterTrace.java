package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import java.util.List;
import java.util.function.Predicate;

/** Follows echo packets through the packet filter of a namespace while it is open. */
interface FilterTrace extends AutoCloseable {

    /** What the filter did so far with the packets that {@code wanted} accepts, in order. */
    List<FilterStep> steps(Predicate<Packet> wanted);

    /** Forgets what the filter did so far. */
    void forget();

    /** Whether the kernel reported more than it could queue: then some steps are missing. */
    boolean isIncomplete();

    @Override
    void close();
}
