package dev.netjig.suites.support;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.OperState;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Waits until links that a command brought up carry packets: the kernel takes a moment, and whoever types a command takes
 * it too. An echo request sent before loses its ARP request, and the next one comes a second later.
 */
public final class Settled {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMillis(2);

    private Settled() {}

    /** Waits for every veth and bridge of {@code namespaces} that is up and whose other end is up. */
    public static void await(List<NetworkNamespace> namespaces) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .atMost(LIMIT)
                .until(() -> namespaces.stream().allMatch(Settled::isSettled));
    }

    private static boolean isSettled(NetworkNamespace netns) {
        return netns.links().stream().filter(LinkState::isUp).allMatch(link -> isSettled(netns, link));
    }

    private static boolean isSettled(NetworkNamespace netns, LinkState link) {
        if (link.kind().equals(Optional.of("bridge"))) {
            boolean hasCarrier = netns.links().stream()
                    .anyMatch(port -> port.master().orElse(0) == link.index() && port.isLowerUp());
            return link.isLowerUp() == hasCarrier;
        }
        boolean isVeth = link.kind().equals(Optional.of("veth"));
        return !isVeth || (link.operState() == OperState.UP) == link.isLowerUp();
    }
}
