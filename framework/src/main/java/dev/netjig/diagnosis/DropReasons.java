package dev.netjig.diagnosis;

import java.util.Map;
import java.util.Set;

/**
 * The reasons, {@code enum skb_drop_reason} of {@code net/dropreason-core.h}, with which the kernel frees a packet that
 * died of a cause. NOT_SPECIFIED is what most functions gave until somebody taught them better.
 */
final class DropReasons {

    private static final String ANY = "NOT_SPECIFIED";

    private static final Map<Class<? extends Cause>, Set<String>> REASONS = Map.ofEntries(
            Map.entry(Cause.Dropped.class, Set.of("NETFILTER_DROP", ANY)),
            Map.entry(Cause.Rejected.class, Set.of("NETFILTER_DROP", ANY)),
            Map.entry(Cause.NotForwarding.class, Set.of("IP_INADDRERRORS", ANY)),
            Map.entry(Cause.NoRoute.class, Set.of("IP_INNOROUTES", ANY)),
            Map.entry(Cause.RouteRefused.class, Set.of("IP_INNOROUTES", ANY)),
            Map.entry(Cause.ReversePathFilter.class, Set.of("IP_RPFILTER", ANY)),
            Map.entry(
                    Cause.MartianSource.class,
                    Set.of("IP_LOCAL_SOURCE", "IP_INVALID_SOURCE", "IP_LOCALNET", "IP_INHDR", ANY)),
            Map.entry(Cause.MartianDestination.class, Set.of("IP_LOCALNET", "IP_INVALID_DEST", ANY)),
            Map.entry(Cause.NoWayBack.class, Set.of("NO_SOCKET", ANY)),
            Map.entry(Cause.NoNeighbour.class, Set.of("NEIGH_FAILED", "QDISC_DROP", ANY)),
            // QUEUE_PURGE: it waited for the next hop's link-level address when the kernel noticed.
            Map.entry(
                    Cause.LinkDown.class,
                    Set.of("NO_TX_TARGET", "QDISC_DROP", "DEV_READY", "BRIDGE_INGRESS_STP_STATE", "QUEUE_PURGE", ANY)),
            Map.entry(Cause.TtlExpired.class, Set.of("IP_INHDR", ANY)),
            Map.entry(Cause.Loop.class, Set.of("IP_INHDR", ANY)),
            Map.entry(Cause.TooBig.class, Set.of("PKT_TOO_BIG", ANY)),
            Map.entry(Cause.PortClosed.class, Set.of("NO_SOCKET", ANY)),
            Map.entry(Cause.BridgePort.class, Set.of("NO_TX_TARGET", "BRIDGE_INGRESS_STP_STATE", ANY)),
            Map.entry(Cause.OtherHost.class, Set.of("OTHERHOST")),
            Map.entry(Cause.Ipv6Disabled.class, Set.of("IPV6DISABLED", "IP_INNOROUTES", ANY)),
            Map.entry(Cause.ReplyFromElsewhere.class, Set.of("NO_SOCKET", "OTHERHOST", ANY)));

    private DropReasons() {}

    /** Whether {@code drop} is what becomes of a packet that died of {@code cause}. */
    static boolean fit(Cause cause, Drop drop) {
        // A frame that a device cannot take is dropped by whoever hands it over, maybe in another namespace.
        boolean here =
                cause.netns().equals(drop.netns()) || cause instanceof Cause.LinkDown || cause instanceof Cause.TooBig;
        return here && REASONS.getOrDefault(cause.getClass(), Set.of(ANY)).contains(drop.reason());
    }

    /** Whether the kernel's reasons for a kind of cause are known. */
    static boolean knows(Class<?> cause) {
        return REASONS.containsKey(cause);
    }

    /** Whether {@code drop} says what became of the packet. */
    static boolean isTelling(Drop drop) {
        return !drop.reason().equals(ANY);
    }
}
