package dev.netjig.assertions;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The reasons that {@code cannotReach(…).because(…)} knows, one for each cause that the diagnosis can prove. */
public final class Reasons {

    /** The words of ICMP (host, net, communication) and ICMPv6. */
    private static final Set<String> PROHIBITED = Set.of(
            "Destination Net Prohibited",
            "Destination Host Prohibited",
            "Packet filtered",
            "Destination unreachable: Administratively prohibited");

    private Reasons() {}

    /** {@code netns} has no route: its own kernel refused to send (ENETUNREACH). */
    public static Reason networkUnreachable(String netns) {
        return new Reason(
                netns + " has no route (ENETUNREACH)",
                cause -> cause instanceof Cause.NetworkUnreachable
                        && cause.netns().equals(netns));
    }

    /** A route of type blackhole, unreachable or prohibit in {@code netns}. */
    public static Reason routeRefused(String netns, RouteType type) {
        return new Reason(
                netns + " has a route of type " + type,
                cause -> cause instanceof Cause.RouteRefused refused
                        && refused.type() == type
                        && cause.netns().equals(netns));
    }

    /** A chain's policy or rule in {@code netns} dropped it silently. */
    public static Reason droppedBy(String netns, FilterPoint point) {
        return new Reason(
                point + " dropped it in " + netns,
                cause -> cause instanceof Cause.Dropped dropped
                        && cause.netns().equals(netns)
                        && point.matches(dropped.culprit()));
    }

    /** A rule in {@code netns} whose text contains {@code words} dropped it silently. */
    public static Reason droppedByRule(String netns, String words) {
        return new Reason(
                "a rule with \"" + words + "\" dropped it in " + netns,
                cause -> cause instanceof Cause.Dropped dropped
                        && cause.netns().equals(netns)
                        && dropped.culprit() instanceof Culprit.Rule rule
                        && rule.text().contains(words));
    }

    /** A rule in {@code netns} refused it and said so. */
    public static Reason rejectedBy(String netns, FilterPoint point) {
        return new Reason(
                point + " rejected it in " + netns,
                cause -> cause instanceof Cause.Rejected rejected
                        && cause.netns().equals(netns)
                        && point.matches(rejected.culprit()));
    }

    /** {@code netns} is a router that does not forward. */
    public static Reason notForwarding(String netns) {
        return new Reason(
                netns + " does not forward",
                cause -> cause instanceof Cause.NotForwarding && cause.netns().equals(netns));
    }

    /** The reverse-path filter of {@code netns}. */
    public static Reason reversePathFilter(String netns) {
        return new Reason(
                "the reverse-path filter of " + netns + " dropped it",
                cause -> cause instanceof Cause.ReversePathFilter
                        && cause.netns().equals(netns));
    }

    /** {@code netns} does not believe its source: none at all, its own, a multicast group. */
    public static Reason martianSource(String netns) {
        return new Reason(
                netns + " does not believe its source (martian)",
                cause -> cause instanceof Cause.MartianSource && cause.netns().equals(netns));
    }

    /** {@code netns} is a router without a route to the destination. */
    public static Reason noRoute(String netns) {
        return new Reason(
                netns + " has no route to forward it by",
                cause -> cause instanceof Cause.NoRoute && cause.netns().equals(netns));
    }

    /** It arrived in {@code netns}, which has no route for the answer. */
    public static Reason noWayBack(String netns) {
        return new Reason(
                "it arrived in " + netns + ", which has no way back",
                cause -> cause instanceof Cause.NoWayBack && cause.netns().equals(netns));
    }

    /** Nobody on the link of {@code netns} has the next hop's address. */
    public static Reason noNeighbour(String netns, String address) {
        InetAddress neighbour = IpLiteral.parse(address);
        return new Reason(
                "nobody on the link of " + netns + " has " + address,
                cause -> cause instanceof Cause.NoNeighbour none
                        && cause.netns().equals(netns)
                        && none.neighbour().equals(neighbour));
    }

    /** The device {@code dev} of {@code netns} is down. */
    public static Reason linkDown(String netns, String dev) {
        return new Reason(
                "the link " + netns + "/" + dev + " is down",
                cause -> cause instanceof Cause.LinkDown down
                        && cause.netns().equals(netns)
                        && down.dev().equals(dev));
    }

    /** Its ttl reached zero in {@code netns}. */
    public static Reason ttlExpired(String netns) {
        return new Reason(
                "its ttl expired in " + netns,
                cause -> cause instanceof Cause.TtlExpired && cause.netns().equals(netns));
    }

    /** It is larger than the {@code mtu} of a device of {@code netns}. */
    public static Reason tooBig(String netns, int mtu) {
        return new Reason(
                "it is larger than the mtu of a device of " + netns + ", " + mtu + " bytes",
                cause -> cause instanceof Cause.TooBig big && cause.netns().equals(netns) && big.mtu() == mtu);
    }

    /** No socket of {@code netns} takes it at that address and port. */
    public static Reason portClosed(String netns) {
        return of("nobody in " + netns + " listens at the port", netns, Cause.PortClosed.class);
    }

    /** It was delivered to a socket of {@code netns} whose program did not answer. */
    public static Reason unanswered(String netns) {
        return of("it was delivered in " + netns + " and not answered", netns, Cause.Unanswered.class);
    }

    /** A sysctl of {@code netns} has it ignore echo requests. */
    public static Reason echoIgnored(String netns) {
        return of(netns + " ignores echo requests", netns, Cause.EchoIgnored.class);
    }

    /** The bridge port {@code dev} of {@code netns} does not pass it on. */
    public static Reason bridgePort(String netns, String dev, Cause.BridgePort.State state) {
        return new Reason(
                "the bridge port " + netns + "/" + dev + " is " + state.name().toLowerCase(Locale.ROOT),
                new Cause.BridgePort(netns, dev, state)::equals);
    }

    /** The frame was for another link-layer address than {@code netns} has. */
    public static Reason unknownTo(String netns) {
        return of("its frame was not for " + netns, netns, Cause.OtherHost.class);
    }

    /** {@code netns} refused it and said "administratively prohibited": a rule, or a route of type prohibit. */
    public static Reason administrativelyProhibited(String netns) {
        return new Reason(
                netns + " refused it as administratively prohibited",
                cause -> cause.netns().equals(netns) && isProhibited(cause));
    }

    /** Routers sent it round, all of {@code namespaces} more than once, until its ttl expired. */
    public static Reason loop(String... namespaces) {
        List<String> expected = List.of(namespaces);
        return new Reason(
                "it went round in a loop of " + String.join(", ", expected),
                cause -> cause instanceof Cause.Loop loop && loop.round().containsAll(expected));
    }

    /** An answer came to {@code netns} from another address than was asked. */
    public static Reason replyFromElsewhere(String netns) {
        return of("the answer came to " + netns + " from elsewhere", netns, Cause.ReplyFromElsewhere.class);
    }

    /** {@code netns} has no usable address to send from (EADDRNOTAVAIL). */
    public static Reason noSourceAddress(String netns) {
        return of(netns + " has no address to send from (EADDRNOTAVAIL)", netns, Cause.NoSourceAddress.class);
    }

    /** The receiver's address in {@code netns} is tentative. */
    public static Reason tentativeAddress(String netns) {
        return of("the address in " + netns + " is tentative", netns, Cause.TentativeAddress.class);
    }

    /** IPv6 is switched off at the device {@code dev} of {@code netns}. */
    public static Reason ipv6Disabled(String netns, String dev) {
        return new Reason(netns + "/" + dev + " has IPv6 switched off", new Cause.Ipv6Disabled(netns, dev)::equals);
    }

    /** {@code netns} takes no packet for its destination from outside (127.0.0.0/8). */
    public static Reason martianDestination(String netns) {
        return of(netns + " does not take its destination (martian)", netns, Cause.MartianDestination.class);
    }

    private static boolean isProhibited(Cause cause) {
        if (cause instanceof Cause.RouteRefused route) {
            return route.type() == RouteType.PROHIBIT;
        }
        return cause instanceof Cause.Rejected rejected && PROHIBITED.contains(rejected.answer());
    }

    private static Reason of(String description, String netns, Class<? extends Cause> type) {
        return new Reason(
                description, cause -> type.isInstance(cause) && cause.netns().equals(netns));
    }
}
