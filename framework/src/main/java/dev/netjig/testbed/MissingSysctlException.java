package dev.netjig.testbed;

import java.io.IOException;

/** The kernel has no such sysctl in a network namespace; the message says what provides it, if that is known. */
public final class MissingSysctlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSysctlException(String netns, String key, IOException cause) {
        super("netns " + netns + " has no sysctl " + key + remedy(key), cause);
    }

    private static String remedy(String key) {
        if (key.startsWith("net.bridge.")) {
            return ": br_netfilter is not loaded on this machine, so bridged frames do not pass the IP firewall; load"
                    + " it with: modprobe br_netfilter";
        }
        if (key.startsWith("net.netfilter.")) {
            return ": nf_conntrack is not loaded on this machine; load it with: modprobe nf_conntrack";
        }
        if (key.startsWith("net.ipv6.")) {
            return ": IPv6 is disabled in this kernel, or the device does not exist";
        }
        return "; a device's own sysctls exist only while the device does: ls /proc/sys/net/ipv4/conf";
    }
}
