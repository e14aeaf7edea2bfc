package dev.netjig.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;

/** Checks namespaces: their names become file names below /run/netns. */
final class NetnsChecks {

    private static final String ALLOWED =
            "a namespace name has 1 to 255 of the characters A-Z a-z 0-9 _ . -, no - at its begin, and is not . or ..";

    private final Findings findings;
    private final Map<String, Origin> seen = new HashMap<>();

    NetnsChecks(Findings findings) {
        this.findings = findings;
    }

    void check(NetnsSpec netns, Origin origin) {
        String name = netns.name();
        int bytes = name.getBytes(UTF_8).length;
        if (bytes > NetnsSpec.MAX_BYTES) {
            findings.add(origin, "name", name, "is " + bytes + " bytes long", ALLOWED);
        } else if (name.isEmpty()) {
            findings.add(origin, "name", "", "empty", ALLOWED);
        } else if (!NetnsSpec.isName(name)) {
            findings.add(origin, "name", name, "is no namespace name", ALLOWED);
        }
        if (netns.adopted() && name.equals(Topology.NODE)) {
            findings.add(origin, "adopted", true, "is impossible for node", "any other name: netjig itself makes node");
        }
        if (netns.adopted() && !netns.lo()) {
            findings.add(
                    origin,
                    "lo",
                    false,
                    "stands beside adopted",
                    "the loopback device of an adopted namespace is as its maker has left it");
        }
        Origin first = seen.putIfAbsent(name, origin);
        if (first != null) {
            findings.add(origin, "name", name, "is declared twice", "declared already by " + first);
        }
    }
}
