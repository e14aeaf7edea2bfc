package dev.netjig.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel has no such sysctl in a network namespace; the message says what provides it, if that is known. */
public final class MissingSysctlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean moduleMissing;

    private MissingSysctlException(String message, boolean moduleMissing, IOException cause) {
        super(message, cause);
        this.moduleMissing = moduleMissing;
    }

    /** Whether all sysctls of its kind are missing, because the kernel has not loaded the module that provides them. */
    public boolean isModuleMissing() {
        return moduleMissing;
    }

    static MissingSysctlException of(String netns, String key, IOException cause) {
        return of(netns, key, cause, Path.of("/proc/sys"));
    }

    /** Where the sysctls are in {@code sysctls}: what is loaded is seen from what is there. */
    static MissingSysctlException of(String netns, String key, IOException cause, Path sysctls) {
        String what = "netns " + netns + " has no sysctl " + key;
        if (isMissing(key, "net.bridge.", sysctls.resolve("net/bridge"))) {
            return new MissingSysctlException(
                    what
                            + ": br_netfilter is not loaded on this machine, so bridged frames do not pass the IP firewall;"
                            + " load it with: modprobe br_netfilter",
                    true,
                    cause);
        }
        if (isMissing(key, "net.netfilter.", sysctls.resolve("net/netfilter"))) {
            return new MissingSysctlException(
                    what + ": nf_conntrack is not loaded on this machine; load it with: modprobe nf_conntrack",
                    true,
                    cause);
        }
        return new MissingSysctlException(
                what + "; what there is: ls /proc/sys/" + directory(key)
                        + " (a device's own sysctls exist only while the device does)",
                false,
                cause);
    }

    private static boolean isMissing(String key, String prefix, Path directory) {
        return key.startsWith(prefix) && !Files.isDirectory(directory);
    }

    private static String directory(String key) {
        String path = key.contains("/") ? key : key.replace('.', '/');
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : path;
    }
}
