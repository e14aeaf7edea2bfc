package dev.netjig.testbed;

import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.OperState;
import dev.netjig.topology.plan.AwaitLinkUp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Waits until links are operationally UP. Until then the queueing discipline of a device throws packets away: an echo
 * sent too early loses its ARP request, and the next one comes a second later.
 */
final class LinkAwaiter {

    private static final int RTNLGRP_LINK = 1;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Testbed testbed;
    private final Consumer<String> enter;

    LinkAwaiter(Testbed testbed, Consumer<String> enter) {
        this.testbed = testbed;
        this.enter = enter;
    }

    void await(List<AwaitLinkUp> links) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        links.forEach(link -> wanted.computeIfAbsent(link.netns(), netns -> new TreeSet<>())
                .add(link.dev().value()));
        wanted.forEach(this::await);
    }

    private void await(String name, Set<String> wanted) {
        NetworkNamespace netns = testbed.netns(name);
        if (missing(netns, wanted).isEmpty()) {
            return;
        }
        enter.accept(name);
        try (NetlinkSocket monitor = NetlinkSocket.openRoute()) {
            // Joined before the next look: whatever changes after that look is announced.
            monitor.join(RTNLGRP_LINK);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            Set<String> missing = missing(netns, wanted);
            while (!missing.isEmpty()) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative()) {
                    throw new LinkNotUpException(name, missing, netns.links());
                }
                monitor.receive(left);
                missing = missing(netns, wanted);
            }
        }
    }

    /**
     * A bridge has no queueing discipline to wait for, and the kernel takes up to a second to say UP of a device that
     * has none: its carrier is enough.
     */
    private static boolean carriesPackets(LinkState link) {
        boolean isBridge = link.kind().equals(Optional.of("bridge"));
        return isBridge ? link.isUp() && link.isLowerUp() : link.operState() == OperState.UP;
    }

    private static Set<String> missing(NetworkNamespace netns, Set<String> wanted) {
        Set<String> up = netns.links().stream()
                .filter(LinkAwaiter::carriesPackets)
                .map(LinkState::name)
                .collect(Collectors.toSet());
        return wanted.stream().filter(dev -> !up.contains(dev)).collect(Collectors.toCollection(TreeSet::new));
    }
}
