package dev.netjig.topology;

import java.util.List;
import java.util.regex.Pattern;

/** Checks kernel settings. Whether a key exists is for the kernel to say: it depends on its version and modules. */
final class SysctlChecks {

    private static final Pattern SEGMENT = Pattern.compile("[\\p{Graph}&&[^=]]+");

    private final Findings findings;
    private final Inventory inventory;

    SysctlChecks(Findings findings, Inventory inventory) {
        this.findings = findings;
        this.inventory = inventory;
    }

    void check(SysctlSpec sysctl, Origin origin) {
        boolean netnsKnown = inventory.checkNetns(findings, origin, "netns", sysctl.netns());
        if (!isWellFormed(sysctl)) {
            findings.add(
                    origin,
                    "key",
                    sysctl.key(),
                    "is no sysctl key",
                    "write names with dots between them, as sysctl -w does: net.ipv4.ip_forward");
        } else if (!sysctl.segments().get(0).equals("net") || sysctl.segments().size() < 2) {
            findings.add(
                    origin,
                    "key",
                    sysctl.key(),
                    "is not one per network namespace",
                    "keys below net.; any other would change the whole machine");
        } else if (netnsKnown) {
            sysctl.device().ifPresent(device -> checkDevice(sysctl, device, origin));
        }
        if (sysctl.value().isBlank()) {
            findings.missing(origin, "value", "a text that the key takes: 1");
        }
    }

    /** No segment may leave the directory of its key: {@code //} would be {@code ..} in the path. */
    private static boolean isWellFormed(SysctlSpec sysctl) {
        return sysctl.segments().stream()
                .allMatch(segment -> SEGMENT.matcher(segment).matches()
                        && !List.of(".", "..").contains(segment));
    }

    private void checkDevice(SysctlSpec sysctl, String device, Origin origin) {
        List<String> known =
                inventory.devices(sysctl.netns()).stream().map(IfName::value).toList();
        if (!inventory.isAdopted(sysctl.netns()) && !known.contains(device)) {
            findings.add(
                    origin,
                    "key",
                    sysctl.key(),
                    "names \"" + device + "\", which is no device in namespace " + sysctl.netns(),
                    Findings.known("declared there", known, device) + " (besides all and default)");
        }
    }
}
