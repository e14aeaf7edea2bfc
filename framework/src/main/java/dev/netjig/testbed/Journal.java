package dev.netjig.testbed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happened in a testbed, in order, for who wants to tell of it afterwards. Each ring tells of what it does, in a type
 * of its own. It is cheap to tell, for events are kept as they are; nobody may ever ask, so that only the latest are kept.
 */
public final class Journal {

    private static final int MOST = 1000;
    private static final long HEAVIEST = 8L * 1024 * 1024;

    private record Entry(long number, Thread teller, Object event, long weight) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next;
    private long weight;

    Journal() {}

    /** Tells of {@code event}, on the thread that it is the doing of. */
    public void add(Object event) {
        add(event, 0);
    }

    /**
     * As {@link #add(Object)}, for an event that is large.
     *
     * @param bytes that it keeps from being collected, roughly
     */
    public synchronized void add(Object event, long bytes) {
        entries.addLast(new Entry(next++, Thread.currentThread(), event, bytes));
        weight += bytes;
        while (entries.size() > MOST || (weight > HEAVIEST && entries.size() > 1)) {
            weight -= entries.removeFirst().weight();
        }
    }

    /** Where the journal is now, to ask later for what came after. */
    public synchronized long position() {
        return next;
    }

    /** The events of one kind since {@code position}. */
    public <T> List<T> since(long position, Class<T> kind) {
        return events(position, kind, false);
    }

    /** Of these, those that the calling thread told of: what one of several tests on one testbed did. */
    public <T> List<T> mineSince(long position, Class<T> kind) {
        return events(position, kind, true);
    }

    private synchronized <T> List<T> events(long position, Class<T> kind, boolean mine) {
        Thread self = Thread.currentThread();
        return entries.stream()
                .filter(entry -> entry.number() >= position && (!mine || entry.teller() == self))
                .filter(entry -> kind.isInstance(entry.event()))
                .map(entry -> kind.cast(entry.event()))
                .toList();
    }
}
