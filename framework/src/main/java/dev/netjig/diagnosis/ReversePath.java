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
        String key = "net.ipv4.conf." + dev + ".rp_filter";
        String all = "net.ipv4.conf.all.rp_filter";
        return Optional.of(Finding.proven(
                new Cause.ReversePathFilter(netns.name(), dev, packet.source()),
                PathWitness.lastSeen(sighting),
                new Evidence("netstat", netns.name() + " TcpExtIPReversePathFilter +" + dropped),
                new Evidence(
                        "sysctl",
                        key + "=" + netns.sysctlIfPresent(key).orElse("?") + ", " + all + "="
                                + netns.sysctlIfPresent(all).orElse("?"))));
    }
}
