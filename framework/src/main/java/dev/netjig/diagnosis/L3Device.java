package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;
import java.util.Optional;

/** The device that routing knows: a bridge instead of its port. */
final class L3Device {

    private L3Device() {}

    static LinkState link(NetworkNamespace netns, String dev) {
        List<LinkState> links = netns.links();
        LinkState link = find(links, dev);
        return link.master().isEmpty()
                ? link
                : links.stream()
                        .filter(candidate -> candidate.index() == link.master().getAsInt())
                        .findFirst()
                        .orElse(link);
    }

    /** The device that {@code route} leads out by; empty for a route that leads nowhere. */
    static Optional<LinkState> out(NetworkNamespace netns, RouteEntry route) {
        return route.oif().isEmpty()
                ? Optional.empty()
                : Optional.of(netns.link(netns.devName(route.oif().getAsInt())));
    }

    private static LinkState find(List<LinkState> links, String dev) {
        return links.stream()
                .filter(link -> link.name().equals(dev))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("device " + dev + " is gone"));
    }
}
