package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/** A device whose IPv6 is switched off: it has lost its addresses, and what comes in is dropped. */
final class Ipv6Off {

    private Ipv6Off() {}

    static Optional<Finding> testify(NetworkNamespace netns, LinkState device, Evidence... evidence) {
        String key = "net.ipv6.conf." + device.name() + ".disable_ipv6";
        return netns.sysctlIfPresent(key).equals(Optional.of("1"))
                ? Optional.of(Finding.proven(new Cause.Ipv6Disabled(netns.name(), device.name()), evidence)
                        .and(new Evidence("sysctl", key + "=1")))
                : Optional.empty();
    }
}
