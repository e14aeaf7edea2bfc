package dev.netjig.testbed;

import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.netns.MountView;
import dev.netjig.kernel.netns.Netns;
import dev.netjig.kernel.netns.NetnsThread;
import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.kernel.nfnetlink.CtNetlink;
import dev.netjig.kernel.nftables.Nftables;
import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkRequests;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.kernel.rtnetlink.RtNetlink;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A live network namespace of a testbed: run commands and Java code in it, open sockets in it, observe it. May be used
 * from any thread; the caller's thread never changes namespace.
 *
 * <p>What is observed is asked of the kernel at each call.
 */
public final class NetworkNamespace {

    private final Netns netns;
    private final NetlinkSocket socket;
    private final RtNetlink rtnetlink;
    private final Testbed testbed;
    private final List<AutoCloseable> owned = new ArrayList<>();
    private @Nullable MountView view;
    private boolean entered;

    NetworkNamespace(Netns netns, NetlinkSocket socket, Testbed testbed) {
        this.netns = netns;
        this.socket = socket;
        this.rtnetlink = new RtNetlink(new NetlinkConnection(socket, netns.name()));
        this.testbed = testbed;
    }

    /** The name that the topology gave it. */
    public String name() {
        return netns.name();
    }

    /** The testbed that it belongs to. */
    public Testbed testbed() {
        return testbed;
    }

    /** The inode number in nsfs that identifies the namespace on this machine. */
    public long inode() {
        return netns.inode();
    }

    // ---- act
    // ---------------------------------------------------------------------------------------------------------

    /**
     * Runs a command to its end, with {@link Command}'s defaults. A failing command is a result, not an exception.
     *
     * <p>Equal by hand: {@code ip netns exec red COMMAND}.
     */
    public CommandResult exec(String... command) {
        return command(command).run();
    }

    /** A command to be adjusted before it runs. */
    public Command command(String... command) {
        return new Command(this, List.of(command));
    }

    /** Runs {@code script} with {@code sh -eu}, each line echoed to stderr before it runs. */
    public CommandResult shell(String script) {
        return new Command(this, List.of("sh", "-eux")).stdin(script).run();
    }

    /**
     * Runs Java code in this namespace and its view, on a thread of its own that ends with it.
     *
     * <p>Threads that the code starts are born in the namespace, stay in it and keep it alive; pooled workers (parallel
     * streams, {@code HttpClient}, common pool) do not come along at all.
     *
     * @throws Exception whatever {@code code} throws
     */
    public <T> T call(Callable<T> code) throws Exception {
        MountView mounts = view();
        return NetnsThread.call(name(), () -> {
            netns.enter();
            mounts.enter();
            return code.call();
        });
    }

    /** As {@link #call}, for code without a result. */
    public void run(Action code) throws Exception {
        call(() -> {
            code.run();
            return Boolean.TRUE;
        });
    }

    /** Java code that may throw. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /**
     * Runs {@code code} on a thread in this network namespace but without its view of the file system: quick, and
     * enough to open a socket, which then belongs to the namespace wherever it is used.
     */
    public <T> T open(Callable<T> code) {
        return netns.call(code);
    }

    /** An unconnected TCP channel of this namespace, closed with the testbed. */
    public SocketChannel socketChannel() {
        return owned(open(SocketChannel::open));
    }

    /** An unbound TCP server channel of this namespace, closed with the testbed. */
    public ServerSocketChannel serverSocketChannel() {
        return owned(open(ServerSocketChannel::open));
    }

    /** An unbound UDP channel of this namespace, closed with the testbed. */
    public DatagramChannel datagramChannel() {
        return owned(open(DatagramChannel::open));
    }

    /** Brings a device up; {@code ip link set dev NAME up}. */
    public void linkUp(String dev) {
        execute(LinkRequests.setUp(dev));
    }

    /** Takes a device down; {@code ip link set dev NAME down}. */
    public void linkDown(String dev) {
        execute(LinkRequests.setDown(dev));
    }

    /** Sets a sysctl; {@code sysctl -w KEY=VALUE}. */
    public void sysctl(String key, String value) {
        open(() -> {
            Sysctls.write(name(), key, value);
            return Boolean.TRUE;
        });
    }

    /**
     * Has the kernel forget all connections, so that what follows meets the rules as they are now; {@code conntrack -F}.
     */
    public void flushConntrack() {
        ConntrackTable.ask(this, table -> {
            table.flush();
            return Boolean.TRUE;
        });
    }

    /** Runs nft commands, all or none; {@code nft -f -}. */
    public String nft(String commands) {
        return Nftables.run(netns, commands);
    }

    // ---- observe
    // -----------------------------------------------------------------------------------------------------

    /** All devices; {@code ip -d link show}. */
    public synchronized List<LinkState> links() {
        return rtnetlink.links();
    }

    /**
     * One device; {@code ip -d link show dev NAME}.
     *
     * @throws NoSuchElementException naming the devices that there are
     */
    public LinkState link(String dev) {
        List<LinkState> links = links();
        return links.stream()
                .filter(link -> link.name().equals(dev))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("netns " + name() + " has no device " + dev + "; it has "
                        + links.stream().map(LinkState::name).collect(Collectors.joining(", "))));
    }

    /** The name of the device with index {@code ifindex}, or {@code #N} when it is gone. */
    public String devName(int ifindex) {
        return links().stream()
                .filter(link -> link.index() == ifindex)
                .map(LinkState::name)
                .findFirst()
                .orElse("#" + ifindex);
    }

    /** Whether {@code link}, a veth of this namespace, has its other end in {@code other}. */
    public synchronized boolean isPeerOf(LinkState link, NetworkNamespace other) {
        if (link.peerIndex().isEmpty()) {
            return false;
        }
        return link.peerNetnsid().isEmpty()
                ? other == this
                : rtnetlink.nsid(other.netns.fd().number()).equals(link.peerNetnsid());
    }

    /** All addresses; {@code ip address show}. */
    public synchronized List<AddressEntry> addresses() {
        return rtnetlink.addresses();
    }

    /** All routes of all tables; {@code ip route show table all}. */
    public synchronized List<RouteEntry> routes() {
        return rtnetlink.routes();
    }

    /** The neighbour table; {@code ip neighbour show nud all}. */
    public synchronized List<NeighbourEntry> neighbours() {
        return rtnetlink.neighbours();
    }

    /** The connections that the kernel tracks here, IPv4 and IPv6; {@code conntrack -L}. */
    public List<ConntrackEntry> conntrack() {
        return ConntrackTable.ask(this, CtNetlink::entries);
    }

    /** What the kernel would do with a packet to {@code destination}; {@code ip route get}. */
    public RouteLookup routeTo(InetAddress destination) {
        return routeTo(RouteQuery.to(destination));
    }

    /** What the kernel would do with a packet; {@code ip route get DST from SRC iif DEV}. */
    public synchronized RouteLookup routeTo(RouteQuery query) {
        return rtnetlink.routeTo(query);
    }

    /**
     * A sysctl's value; {@code sysctl -n KEY}.
     *
     * @throws MissingSysctlException if the kernel has none of this name here
     */
    public String sysctl(String key) {
        return open(() -> Sysctls.read(name(), key));
    }

    /** As {@link #sysctl(String)}, empty where the kernel has none of this name. */
    public Optional<String> sysctlIfPresent(String key) {
        try {
            return Optional.of(sysctl(key));
        } catch (MissingSysctlException missing) {
            return Optional.empty();
        }
    }

    /** The packet filters; {@code nft -a list ruleset} and {@code iptables-legacy-save -c}. */
    public Ruleset ruleset() {
        return inWordsOfIptables(rulesetInNft());
    }

    /**
     * As {@link #ruleset}, but iptables-nft's rules are as nft prints them, without their comments: no program has to be
     * asked for them, which would take a hundred times as long.
     */
    public Ruleset rulesetInNft() {
        return RulesetReader.read(this);
    }

    /** What {@link #ruleset} would have said instead of {@code inNft}, if the rules are still the same. */
    public Ruleset inWordsOfIptables(Ruleset inNft) {
        return RulesetReader.translate(this, inNft);
    }

    /** The text of a file under {@code /proc/net} as this namespace has it, for example {@code snmp}. */
    public String procNet(String file) {
        return open(() -> Files.readString(Path.of("/proc/thread-self/net", file)));
    }

    /**
     * Another namespace by the name that a command in this one gave it ({@code ip netns add}).
     *
     * @throws NoSuchElementException if there is none
     */
    public NetworkNamespace named(String name) {
        return testbed.open(name, this);
    }

    /**
     * The command that starts a shell in this namespace, with the view that its commands have, while its testbed is alive:
     * for people, to be pasted into a terminal of this machine.
     */
    public String byHand() {
        MountedNetns place = mounted();
        return "nsenter " + UserNamespace.option() + "--net=" + place.netPath() + " --mount=" + place.mountPath();
    }

    @Override
    public String toString() {
        return "netns " + name();
    }

    // ---- for the testbed
    // ---------------------------------------------------------------------------------------------

    Netns netns() {
        return netns;
    }

    RtNetlink rtnetlink() {
        return rtnetlink;
    }

    synchronized void execute(dev.netjig.kernel.netlink.NetlinkMessage... messages) {
        rtnetlink.execute(List.of(messages));
    }

    MountedNetns mounted() {
        return new MountedNetns(netns.fd().pathForOtherProcesses(), view().fd().pathForOtherProcesses());
    }

    /** The file for {@code nsenter --net=}, for a command that has another file system than the view. */
    synchronized String entered() {
        entered = true;
        return netns.fd().pathForOtherProcesses();
    }

    synchronized MountView view() {
        entered = true;
        MountView known = view;
        if (known == null) {
            known = MountView.of(netns, testbed.named());
            view = known;
        }
        return known;
    }

    void adopt(RunningCommand command) {
        synchronized (owned) {
            owned.add(command);
        }
    }

    void release(RunningCommand command) {
        synchronized (owned) {
            owned.remove(command);
        }
    }

    /** Whether something was run here: only then can a process have been left in the namespace. */
    synchronized boolean wasEntered() {
        return entered;
    }

    /** What has to be closed with this namespace, in the order of closing. */
    synchronized List<AutoCloseable> resources() {
        List<AutoCloseable> resources = new ArrayList<>();
        synchronized (owned) {
            resources.addAll(owned);
        }
        if (view != null) {
            resources.add(view);
        }
        resources.add(socket);
        resources.add(netns);
        return resources;
    }

    private <T extends AutoCloseable> T owned(T resource) {
        synchronized (owned) {
            owned.add(resource);
        }
        return resource;
    }
}
