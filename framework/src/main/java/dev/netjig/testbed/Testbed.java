package dev.netjig.testbed;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.netns.Netns;
import dev.netjig.kernel.netns.NetnsThread;
import dev.netjig.kernel.packet.PacketClock;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A topology that is live in the kernel. Its namespaces are anonymous and held by descriptors of this JVM: closing the
 * testbed, or the death of the JVM, makes the kernel remove all of it.
 */
public final class Testbed implements AutoCloseable {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String mark = CommandReaper.JVM + COUNTER.incrementAndGet();
    private final Map<String, NetworkNamespace> namespaces = new LinkedHashMap<>();
    private final List<NetworkNamespace> opened = new ArrayList<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final LeftOverGroups groups = new LeftOverGroups();
    private final Journal journal = new Journal();
    private final Construction construction;
    private boolean closed;

    private Testbed(Topology topology) {
        this.construction = new Construction(this, topology);
    }

    /**
     * A testbed with nothing in the kernel yet: register it for closing, then call {@link #setUp}.
     */
    public static Testbed of(Topology topology) {
        return new Testbed(topology);
    }

    /** Builds {@code topology} in the kernel; nothing is left of it if that fails half-way. */
    public static Testbed create(Topology topology) {
        Testbed testbed = of(topology);
        try {
            testbed.setUp();
            return testbed;
        } catch (RuntimeException | Error failed) {
            try {
                testbed.close();
            } catch (RuntimeException undo) {
                failed.addSuppressed(undo);
            }
            throw failed;
        }
    }

    /**
     * Loads now what the first testbed would otherwise load, native libraries among it, which takes some 300 ms in a
     * fresh JVM: on a thread of its own, as early as possible, so that nobody has to wait for it. Not needed, and harmless
     * where no testbed can be built.
     */
    public static void initialise() {
        start();
        Rehearsal.run();
    }

    private static void start() {
        HomeThread.start();
        PacketClock.start();
    }

    /**
     * Applies the topology's plan, but for what needs a namespace that is yet to be {@linkplain #adopt adopted}.
     *
     * @throws KernelException with the kernel's own words and the declaration that asked for the refused step
     */
    public void setUp() {
        start();
        construction.begin();
    }

    /**
     * Adds to the topology, and builds what is added. Namespaces that were opened or adopted in the meantime may be named
     * in it as adopted ones are, if their names can be a topology's. What is there already stays as it is: rules cannot be
     * added where rules were loaded.
     *
     * <pre>{@code
     * testbed.extend(more -> more
     *         .vethPair("veth-w", end -> end.master("br0")
     *                 .peer("eth1", peer -> peer.netns("web").address("192.168.0.2/24")))
     *         .route(route -> route.netns("web").to("default").via("192.168.0.1")));
     * }</pre>
     *
     * @throws dev.netjig.topology.InvalidTopologyException if the whole would contradict itself; nothing was done then
     * @throws KernelException with the kernel's own words and the declaration that asked for the refused step
     */
    public void extend(Consumer<Topology.Builder> more) {
        construction.extend(more);
    }

    /** What was declared, be it built or waiting for a namespace to be adopted. */
    public Topology topology() {
        return construction.topology();
    }

    /** The namespace that stands for the documents' machine, where whatever names no namespace lives. */
    public NetworkNamespace node() {
        return netns(Topology.NODE);
    }

    /**
     * A namespace by the name that the topology gave it, or by that under which it was opened or adopted since.
     *
     * @throws NoSuchElementException naming those of the topology
     */
    public NetworkNamespace netns(String name) {
        NetworkNamespace own = namespaces.get(name);
        if (own != null) {
            return own;
        }
        return allNamespaces().stream()
                .filter(netns -> netns.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        construction.awaited().contains(name)
                                ? "netns " + name + " is adopted, and nobody has given it to the testbed yet"
                                : "the topology has no netns " + name + "; it has "
                                        + String.join(", ", namespaces.keySet())));
    }

    /** All namespaces of the topology that are there, the node first and adopted ones last. */
    public List<NetworkNamespace> namespaces() {
        List<NetworkNamespace> all = new ArrayList<>(namespaces.values());
        allNamespaces().stream()
                .filter(netns -> !all.contains(netns) && isAdopted(netns.name()))
                .forEach(all::add);
        return all;
    }

    /** The namespaces of the topology and those that were opened by the name that a command gave them. */
    public List<NetworkNamespace> allNamespaces() {
        List<NetworkNamespace> all = new ArrayList<>(namespaces.values());
        synchronized (opened) {
            all.addAll(opened);
        }
        return all;
    }

    /**
     * Takes in a namespace that somebody else made, a container's for example: it is observed, and closed with this
     * testbed, as those that have a name. One that is known already is returned as it is.
     *
     * <p>If the topology has an adopted namespace of this name, this is it: what the topology declares for it is built now,
     * and taken back when the testbed is closed.
     *
     * <p>Equal by hand: {@code ip netns attach NAME PID}.
     *
     * @param name what to call it; a number is added where another namespace has the name
     * @param file of nsfs, such as {@code /proc/PID/ns/net}, or mounted from there
     * @throws IllegalArgumentException if it is the machine's own, which is left alone, or if the topology expects another
     *     one by this name
     */
    public NetworkNamespace adopt(String name, Path file) {
        NetnsFiles.refuseMachinesOwn(name, file);
        return construction.adopt(name, () -> NetnsThread.callUnchecked(name, () -> open(name, name, file)));
    }

    /**
     * Ends the commands that still run and lets go of everything; the kernel removes the devices on its own time. Every
     * failure is reported, the first as the exception, the others suppressed in it.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<NetworkNamespace> all = allNamespaces();
        Undo undo = new Undo();
        undo.add(() -> LeftOverProcesses.kill(all, CommandReaper.MARK + "=" + mark));
        construction.debts().forEach(undo::add);
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).resources().forEach(undo::add);
        }
        // After the commands that were still running.
        undo.add(groups::kill);
        undo.run();
        checkSettled(obligation -> true);
    }

    @Override
    public String toString() {
        return "testbed of " + namespaces().stream().map(NetworkNamespace::name).collect(Collectors.joining(", "));
    }

    /** Something that the test must settle before the testbed closes; {@code text} says what, if it does not. */
    public Obligation owe(String text) {
        Obligation obligation = new Obligation(text);
        synchronized (obligations) {
            obligations.add(obligation);
        }
        return obligation;
    }

    /** What happened here so far: commands as {@link RunningCommand}, and what probes and diagnosis tell of. */
    public Journal journal() {
        return journal;
    }

    /** What tells this testbed's commands, and all that they start, from everybody else's. */
    String mark() {
        return mark;
    }

    /** Whether somebody else makes the topology's namespace of this name. */
    boolean isAdopted(String name) {
        return construction.isAdopted(name);
    }

    /** The process groups of the commands that have ended. */
    LeftOverGroups groups() {
        return groups;
    }

    /** Takes charge of a namespace that the calling thread is in, before anything is done in it. */
    NetworkNamespace register(Netns netns) {
        return register(live(netns));
    }

    /** Takes charge of a namespace that {@code socket} was opened in, before anything is done in it. */
    void register(Netns netns, NetlinkSocket socket) {
        register(new NetworkNamespace(netns, socket, this));
    }

    private NetworkNamespace register(NetworkNamespace live) {
        namespaces.put(live.name(), live);
        return live;
    }

    /** Nobody else closes {@code netns} before there is a live namespace to be closed. */
    private NetworkNamespace live(Netns netns) {
        try {
            return new NetworkNamespace(netns, NetlinkSocket.openRoute(), this);
        } catch (RuntimeException | Error failed) {
            netns.close();
            throw failed;
        }
    }

    private NetworkNamespace enter(Netns netns) {
        try {
            netns.enter();
        } catch (RuntimeException | Error failed) {
            netns.close();
            throw failed;
        }
        return live(netns);
    }

    /** Those that have a name in each other's {@code /run/netns}. */
    Collection<Netns> named() {
        return namespaces().stream().map(NetworkNamespace::netns).toList();
    }

    /** Opens the namespace that has the name {@code name} in the view of {@code viewer}, if it is not open already. */
    NetworkNamespace open(String name, NetworkNamespace viewer) {
        try {
            return viewer.call(() -> openHere(name, viewer));
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception e) {
            throw new IllegalStateException("cannot open /run/netns/" + name + " as " + viewer + " sees it", e);
        }
    }

    /** On a thread that sees what {@code viewer} sees. */
    private NetworkNamespace openHere(String name, NetworkNamespace viewer) throws IOException {
        Path directory = Path.of("/run/netns");
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchElementException("no netns " + name + " is in " + directory + " as " + viewer
                    + " sees it; there " + NetnsFiles.names(directory));
        }
        // Two viewers may each have made a namespace of the same name.
        return open(name, viewer.name() + "/" + name, file);
    }

    /** Moves the calling thread. {@code otherwise}: what to call it where another has the name. */
    private NetworkNamespace open(String name, String otherwise, Path file) {
        synchronized (opened) {
            Map<String, NetworkNamespace> known = new LinkedHashMap<>();
            allNamespaces().forEach(live -> known.put(live.name(), live));
            String unique = known.containsKey(name) ? otherwise : name;
            for (int number = 2; known.containsKey(unique); number++) {
                unique = otherwise + "#" + number;
            }
            Netns netns = Netns.open(unique, file.toString());
            for (NetworkNamespace live : known.values()) {
                if (live.inode() == netns.inode()) {
                    netns.close();
                    return live;
                }
            }
            NetworkNamespace live = enter(netns);
            opened.add(live);
            return live;
        }
    }

    /**
     * Requires that the calling thread owes nothing; each debt is called in once.
     *
     * @throws UnsettledException naming the first that it owes
     */
    public void checkSettled() {
        checkSettled(Obligation::isMine);
    }

    private void checkSettled(Predicate<Obligation> due) {
        List<Obligation> owed;
        synchronized (obligations) {
            owed = obligations.stream()
                    .filter(due.and(obligation -> !obligation.isSettled()))
                    .toList();
        }
        owed.forEach(Obligation::settle);
        if (!owed.isEmpty()) {
            throw new UnsettledException(owed.get(0).text());
        }
    }
}
