package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;

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

    private static LinkState find(List<LinkState> links, String dev) {
        return links.stream()
                .filter(link -> link.name().equals(dev))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("device " + dev + " is gone"));
    }
}
