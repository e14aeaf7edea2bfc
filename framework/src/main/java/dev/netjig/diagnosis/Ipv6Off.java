package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** A device whose IPv6 is switched off: it has lost its addresses, and what comes in is dropped. */
final class Ipv6Off {

    private Ipv6Off() {}

    /** No route is left to {@code destination}: that of a device whose IPv6 was switched off went with it. */
    static Optional<Finding> onTheWayTo(NetworkNamespace netns, InetAddress destination, Evidence... evidence) {
        return netns.links().stream()
                .filter(link ->
                        destination instanceof Inet6Address && Declarations.leadBy(netns, link.name(), destination))
                .flatMap(link -> testify(netns, link, evidence).stream())
                .map(finding -> finding.and(new Evidence(
                        "declaration",
                        IpLiteral.format(destination) + " was to be reached by " + netns.name() + "/"
                                + ((Cause.Ipv6Disabled) finding.cause()).dev())))
                .findFirst();
    }

    static Optional<Finding> testify(NetworkNamespace netns, LinkState device, Evidence... evidence) {
        String key = "net.ipv6.conf." + device.name() + ".disable_ipv6";
        return netns.sysctlIfPresent(key).equals(Optional.of("1"))
                ? Optional.of(Finding.proven(new Cause.Ipv6Disabled(netns.name(), device.name()), evidence)
                        .and(new Evidence("sysctl", key + "=1")))
                : Optional.empty();
    }
}
