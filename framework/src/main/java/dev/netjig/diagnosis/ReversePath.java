package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/** The reverse-path filter counts what it drops. */
final class ReversePath {

    private ReversePath() {}

    static Optional<Finding> testify(Scene scene, NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        long dropped = scene.watch().grown(netns.name(), "TcpExtIPReversePathFilter");
        if (dropped == 0) {
            return Optional.empty();
        }
        String dev = L3Device.of(netns, sighting.dev());
        return Optional.of(Finding.proven(
                new Cause.ReversePathFilter(netns.name(), dev, packet.source()),
                PathWitness.lastSeen(sighting),
                new Evidence("netstat", netns.name() + " TcpExtIPReversePathFilter +" + dropped),
                settings(netns, dev)));
    }

    /** Whether {@code dev} has a filter: the greater of its own setting and that of all devices counts. */
    static boolean isOn(NetworkNamespace netns, String dev) {
        return !value(netns, dev).equals("0") || !value(netns, "all").equals("0");
    }

    static Evidence settings(NetworkNamespace netns, String dev) {
        return new Evidence(
                "sysctl", key(dev) + "=" + value(netns, dev) + ", " + key("all") + "=" + value(netns, "all"));
    }

    private static String value(NetworkNamespace netns, String dev) {
        return netns.sysctlIfPresent(key(dev)).orElse("0");
    }

    private static String key(String dev) {
        return "net.ipv4.conf." + dev + ".rp_filter";
    }
}
