package dev.netjig.assertions;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.topology.IpLiteral;
import java.util.Arrays;
import java.util.Optional;

/** The reason that a test would give for a loss: words that are the same in every run and for every packet filter. */
final class ReasonOf {

    private ReasonOf() {}

    /** With what is doubtful about it. */
    static String words(Explanation explanation) {
        String words = words(explanation.cause());
        boolean guessed =
                explanation.confidence() != Confidence.PROVEN && !(explanation.cause() instanceof Cause.Unknown);
        return guessed ? words + " (inferred)" : words;
    }

    static String words(Cause cause) {
        return filter(cause)
                .or(() -> route(cause))
                .or(() -> host(cause))
                .or(() -> link(cause))
                .map(Reason::toString)
                .orElseGet(() -> other(cause));
    }

    private static Optional<Reason> filter(Cause cause) {
        if (cause instanceof Cause.Dropped dropped) {
            return point(dropped.culprit()).map(point -> Reasons.droppedBy(cause.netns(), point));
        }
        return cause instanceof Cause.Rejected rejected
                ? point(rejected.culprit()).map(point -> Reasons.rejectedBy(cause.netns(), point))
                : Optional.empty();
    }

    private static Optional<FilterPoint> point(Culprit culprit) {
        return Arrays.stream(FilterPoint.values())
                .filter(point -> point.matches(culprit))
                .findFirst();
    }

    private static Optional<Reason> route(Cause cause) {
        String netns = cause.netns();
        if (cause instanceof Cause.NetworkUnreachable) {
            return Optional.of(Reasons.networkUnreachable(netns));
        }
        if (cause instanceof Cause.RouteRefused refused) {
            return Optional.of(Reasons.routeRefused(netns, refused.type()));
        }
        if (cause instanceof Cause.NotForwarding) {
            return Optional.of(Reasons.notForwarding(netns));
        }
        if (cause instanceof Cause.ReversePathFilter) {
            return Optional.of(Reasons.reversePathFilter(netns));
        }
        if (cause instanceof Cause.NoRoute) {
            return Optional.of(Reasons.noRoute(netns));
        }
        if (cause instanceof Cause.NoWayBack) {
            return Optional.of(Reasons.noWayBack(netns));
        }
        if (cause instanceof Cause.TtlExpired) {
            return Optional.of(Reasons.ttlExpired(netns));
        }
        return cause instanceof Cause.Loop loop
                ? Optional.of(Reasons.loop(loop.round().toArray(String[]::new)))
                : Optional.empty();
    }

    private static Optional<Reason> host(Cause cause) {
        String netns = cause.netns();
        if (cause instanceof Cause.MartianSource) {
            return Optional.of(Reasons.martianSource(netns));
        }
        if (cause instanceof Cause.MartianDestination) {
            return Optional.of(Reasons.martianDestination(netns));
        }
        if (cause instanceof Cause.PortClosed) {
            return Optional.of(Reasons.portClosed(netns));
        }
        if (cause instanceof Cause.Unanswered) {
            return Optional.of(Reasons.unanswered(netns));
        }
        if (cause instanceof Cause.EchoIgnored) {
            return Optional.of(Reasons.echoIgnored(netns));
        }
        if (cause instanceof Cause.ReplyFromElsewhere) {
            return Optional.of(Reasons.replyFromElsewhere(netns));
        }
        return cause instanceof Cause.NoSourceAddress ? Optional.of(Reasons.noSourceAddress(netns)) : Optional.empty();
    }

    private static Optional<Reason> link(Cause cause) {
        String netns = cause.netns();
        if (cause instanceof Cause.NoNeighbour none) {
            return Optional.of(Reasons.noNeighbour(netns, IpLiteral.format(none.neighbour())));
        }
        if (cause instanceof Cause.LinkDown down) {
            return Optional.of(Reasons.linkDown(netns, down.dev()));
        }
        if (cause instanceof Cause.TooBig big) {
            return Optional.of(Reasons.tooBig(netns, big.mtu()));
        }
        if (cause instanceof Cause.BridgePort port) {
            return Optional.of(Reasons.bridgePort(netns, port.dev(), port.state()));
        }
        if (cause instanceof Cause.OtherHost) {
            return Optional.of(Reasons.unknownTo(netns));
        }
        if (cause instanceof Cause.TentativeAddress) {
            return Optional.of(Reasons.tentativeAddress(netns));
        }
        return cause instanceof Cause.Ipv6Disabled off
                ? Optional.of(Reasons.ipv6Disabled(netns, off.dev()))
                : Optional.empty();
    }

    /** A filter at a hook that no reason is about, and what nobody knows. */
    private static String other(Cause cause) {
        if (cause instanceof Cause.Unknown) {
            return "unknown; it was last seen in " + cause.netns();
        }
        return cause.summary();
    }
}
