package dev.netjig.testbed;

import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.OperState;
import dev.netjig.topology.plan.AwaitLinkUp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        links.forEach(link -> wanted.computeIfAbsent(link.netns(), netns -> new LinkedHashSet<>())
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

    /**
     * Asks for each device by name and in the order of the plan, which has ports before their bridge: for such a question,
     * unlike for a list of all devices, the kernel (since 6.8) first does what it has put off for the device, and the
     * device is up in its answer. So there is mostly nothing left to wait for.
     */
    private static Set<String> missing(NetworkNamespace netns, Set<String> wanted) {
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeIf(dev ->
                netns.rtnetlink().link(dev).filter(LinkAwaiter::carriesPackets).isPresent());
        return missing;
    }
}
