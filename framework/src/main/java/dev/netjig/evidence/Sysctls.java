package dev.netjig.evidence;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import dev.netjig.topology.plan.WriteSysctl;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells which sysctls of a namespace are worth telling: those that netjig has set, and those that a fresh one has not. */
final class Sysctls {

    /** All that a namespace has in which nothing was done; asked for once. */
    private static final class Fresh {
        static final Map<String, String> VALUES = values();

        private static Map<String, String> values() {
            try (Testbed testbed = Testbed.create(Topology.builder().build())) {
                return SysctlTree.of(testbed.node());
            }
        }
    }

    /** By the namespace. */
    private final Map<String, Set<String>> set;

    private Sysctls(Map<String, Set<String>> set) {
        this.set = set;
    }

    static Sysctls setBy(Topology topology) {
        return new Sysctls(topology.plan().steps().stream()
                .filter(step -> step instanceof WriteSysctl)
                .map(WriteSysctl.class::cast)
                .collect(Collectors.groupingBy(
                        WriteSysctl::netns, Collectors.mapping(WriteSysctl::path, Collectors.toSet()))));
    }

    Map<String, String> of(NetworkNamespace netns) {
        Set<String> own = set.getOrDefault(netns.name(), Set.of());
        Map<String, String> telling = new TreeMap<>();
        SysctlTree.of(netns).forEach((path, value) -> {
            if (own.contains(path) || !value.equals(fresh(path))) {
                telling.put(SysctlTree.key(path), value);
            }
        });
        return telling;
    }

    /** A device that a fresh namespace has not would have what is the default there. */
    private static String fresh(String path) {
        String known = Fresh.VALUES.get(path);
        return known == null ? Fresh.VALUES.getOrDefault(SysctlTree.ofDefaultDevice(path), "") : known;
    }
}
