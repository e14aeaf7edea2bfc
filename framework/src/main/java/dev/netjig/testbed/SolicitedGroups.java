package dev.netjig.testbed;

import dev.netjig.topology.plan.AddAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Waits until devices hear neighbour solicitations for their IPv6 addresses. Even without duplicate address detection the
 * kernel joins the group of an address later, in a worker of its own; a solicitation that comes before is lost, and the
 * next one comes a second later.
 *
 * <p>Equal by hand: {@code ip -6 maddress show}.
 */
final class SolicitedGroups {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long PAUSE = Duration.ofMillis(1).toNanos();

    /** {@code ff02::1:ff00:0}, which gets the last three bytes of the address. */
    private static final String PREFIX = "ff0200000000000000000001ff";

    private static final int LAST_THREE = 13;

    private SolicitedGroups() {}

    /**
     * Ends without a word if a group is not joined in time: who needs it will notice, and nobody else should fail.
     *
     * @param addresses IPv6 addresses of one namespace, on devices that are up
     */
    static void await(NetworkNamespace netns, List<AddAddress> addresses) {
        Set<String> wanted = addresses.stream().map(SolicitedGroups::membership).collect(Collectors.toSet());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!joined(netns).containsAll(wanted) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Each as {@code eth0 ff0200…}. */
    private static Set<String> joined(NetworkNamespace netns) {
        return netns.procNet("igmp6")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .map(columns -> columns[1] + " " + columns[2])
                .collect(Collectors.toSet());
    }

    private static String membership(AddAddress address) {
        byte[] bytes = address.cidr().address().getAddress();
        return address.dev() + " " + PREFIX + HexFormat.of().formatHex(bytes, LAST_THREE, bytes.length);
    }
}
