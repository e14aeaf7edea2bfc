package dev.netjig.assertions;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;

/** The reasons that {@code cannotReach(…).because(…)} knows, one for each cause that the diagnosis can prove. */
public final class Reasons {

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
}
