package dev.netjig.assertions;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.kernel.nfnetlink.ConntrackStatus;
import dev.netjig.kernel.nfnetlink.TcpState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what the kernel's connection tracking remembers of a connection; {@code conntrack -L}. If several
 * connections fit, they hold for each of them.
 *
 * <p>The table keeps what earlier probes left, and goes on to rewrite a connection as it began:
 * {@link NetworkNamespace#flushConntrack()} forgets it.
 */
public final class ConntrackAssert extends AbstractAssert<ConntrackAssert, List<ConntrackEntry>> {

    private final NetworkNamespace netns;
    private final TrackedFlow flow;
    private final List<ConntrackEntry> table;

    private ConntrackAssert(
            NetworkNamespace netns, TrackedFlow flow, List<ConntrackEntry> found, List<ConntrackEntry> table) {
        super(found, ConntrackAssert.class);
        this.netns = netns;
        this.flow = flow;
        this.table = table;
    }

    static ConntrackAssert find(NetworkNamespace netns, TrackedFlow flow) {
        List<ConntrackEntry> table = netns.conntrack();
        List<ConntrackEntry> found = table.stream().filter(flow::matches).toList();
        if (found.isEmpty()) {
            throw new AssertionError(
                    "Expecting netns " + netns.name() + "\nto track " + flow + "\nbut " + tracked(netns, table));
        }
        return new ConntrackAssert(netns, flow, found, table);
    }

    static void findNone(NetworkNamespace netns, TrackedFlow flow) {
        List<ConntrackEntry> table = netns.conntrack();
        if (table.stream().anyMatch(flow::matches)) {
            throw new AssertionError(
                    "Expecting netns " + netns.name() + "\nnot to track " + flow + "\nbut " + tracked(netns, table));
        }
    }

    /** The far end takes {@code source} for its opener: what masquerading or SNAT made of it ({@code IPS_SRC_NAT}). */
    public ConntrackAssert isSeenAs(String source) {
        InetAddress wanted = IpLiteral.parse(source);
        return each("to be seen as from " + source, entry -> entry.seenSource().equals(wanted));
    }

    /** As {@link #isSeenAs(String)}, from this port. */
    public ConntrackAssert isSeenAs(String source, int port) {
        InetAddress wanted = IpLiteral.parse(source);
        return each(
                "to be seen as from " + source + " port " + port,
                entry -> entry.seenSource().equals(wanted)
                        && entry.reply().destinationPort().orElse(-1) == port);
    }

    /** Its packets go to {@code destination} in truth: what DNAT made of it ({@code IPS_DST_NAT}). */
    public ConntrackAssert isRewrittenTo(String destination) {
        InetAddress wanted = IpLiteral.parse(destination);
        return each(
                "to be rewritten to " + destination,
                entry -> entry.trueDestination().equals(wanted));
    }

    /** As {@link #isRewrittenTo(String)}, to this port. */
    public ConntrackAssert isRewrittenTo(String destination, int port) {
        InetAddress wanted = IpLiteral.parse(destination);
        return each(
                "to be rewritten to " + destination + " port " + port,
                entry -> entry.trueDestination().equals(wanted)
                        && entry.reply().sourcePort().orElse(-1) == port);
    }

    /** Neither its source nor its destination is rewritten. */
    public ConntrackAssert isNotTranslated() {
        return each(
                "not to be translated",
                entry -> !entry.is(ConntrackStatus.SRC_NAT) && !entry.is(ConntrackStatus.DST_NAT));
    }

    /** Packets were seen in both directions; {@code IPS_SEEN_REPLY}, without which conntrack prints [UNREPLIED]. */
    public ConntrackAssert hasSeenReply() {
        return each("to have seen a reply", entry -> entry.is(ConntrackStatus.SEEN_REPLY));
    }

    /** Nothing came back yet; conntrack prints [UNREPLIED]. */
    public ConntrackAssert hasSeenNoReply() {
        return each("to have seen no reply", entry -> !entry.is(ConntrackStatus.SEEN_REPLY));
    }

    /** The kernel keeps it when the table is full; {@code IPS_ASSURED}, [ASSURED]. An echo exchange never is. */
    public ConntrackAssert isAssured() {
        return each("to be assured", entry -> entry.is(ConntrackStatus.ASSURED));
    }

    /** A TCP connection is as far as this. */
    public ConntrackAssert isIn(TcpState state) {
        return each(
                "to be in state " + state,
                entry -> entry.tcpState().filter(state::equals).isPresent());
    }

    /** It carries this mark; {@code ct mark}. */
    public ConntrackAssert hasMark(long mark) {
        return each("to have mark " + mark, entry -> entry.mark() == mark);
    }

    /** It is in this zone; {@code ct zone}. */
    public ConntrackAssert isInZone(int zone) {
        return each("to be in zone " + zone, entry -> entry.zone() == zone);
    }

    private ConntrackAssert each(String expectation, Predicate<ConntrackEntry> holds) {
        if (!actual.stream().allMatch(holds)) {
            throw failure(
                    "%s",
                    "Expecting the connection " + flow + " in netns " + netns.name() + "\n" + expectation + "\nbut "
                            + tracked(netns, table));
        }
        return this;
    }

    private static String tracked(NetworkNamespace netns, List<ConntrackEntry> table) {
        return table.isEmpty()
                ? "it tracks no connection"
                        + (needsTracking(netns) ? "" : ": no rule there uses ct and no chain is of type nat")
                : table.stream().map(entry -> "\n  " + entry).collect(Collectors.joining("", "it tracks:", ""));
    }

    /** The kernel tracks connections only where somebody asked for it. */
    private static boolean needsTracking(NetworkNamespace netns) {
        return netns.ruleset().chains().stream()
                .anyMatch(chain -> chain.type().filter("nat"::equals).isPresent()
                        || chain.rules().stream()
                                .anyMatch(rule -> rule.text().matches("(.* )?(ct|-m conntrack|-m state|-j CT) .*")));
    }
}
