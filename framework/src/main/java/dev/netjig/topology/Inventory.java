package dev.netjig.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which namespaces and devices the declarations name, before anything about them is checked. */
final class Inventory {

    private final List<String> namespaces;
    private final Map<String, Set<IfName>> devices = new LinkedHashMap<>();
    private final Map<String, Set<IfName>> bridges = new LinkedHashMap<>();
    private final List<String> withoutLo = new ArrayList<>();
    private final List<String> adopted = new ArrayList<>();

    Inventory(List<Declared<?>> declarations) {
        namespaces = Declarations.namespaces(declarations);
        namespaces.forEach(netns -> note(devices, netns, IfName.LO));
        for (Declared<?> declared : declarations) {
            if (declared.spec() instanceof BridgeSpec bridge) {
                note(devices, bridge.netns(), bridge.name());
                note(bridges, bridge.netns(), bridge.name());
            } else if (declared.spec() instanceof VethPairSpec pair) {
                note(devices, pair.end().netns(), pair.end().name());
                note(devices, pair.peer().netns(), pair.peer().name());
            } else if (declared.spec() instanceof NetnsSpec netns) {
                if (!netns.lo()) {
                    withoutLo.add(netns.name());
                }
                if (netns.adopted()) {
                    adopted.add(netns.name());
                }
            }
        }
    }

    private static void note(Map<String, Set<IfName>> names, String netns, IfName name) {
        names.computeIfAbsent(netns, unseen -> new LinkedHashSet<>()).add(name);
    }

    List<String> namespaces() {
        return namespaces;
    }

    boolean hasNetns(String netns) {
        return namespaces.contains(netns);
    }

    boolean isLoUp(String netns) {
        return !withoutLo.contains(netns);
    }

    /** Whether somebody else makes it, and devices in it that nobody declares. */
    boolean isAdopted(String netns) {
        return adopted.contains(netns);
    }

    /** The devices of a namespace, {@code lo} first. */
    Set<IfName> devices(String netns) {
        return devices.getOrDefault(netns, Set.of());
    }

    Set<IfName> bridges(String netns) {
        return bridges.getOrDefault(netns, Set.of());
    }

    /** The first namespace that has a bridge of this name. */
    Optional<String> namespaceOfBridge(IfName name) {
        return bridges.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Reports a namespace that nobody declares; the caller need not look into it further then. */
    boolean checkNetns(Findings findings, Origin origin, String element, String netns) {
        if (hasNetns(netns)) {
            return true;
        }
        findings.add(origin, element, netns, "is no declared namespace", Findings.known("declared", namespaces, netns));
        return false;
    }

    /** Reports a device that nobody declares in this namespace. */
    void checkDevice(Findings findings, Origin origin, String element, String netns, IfName device) {
        if (!isAdopted(netns) && !devices(netns).contains(device)) {
            findings.add(
                    origin,
                    element,
                    device,
                    "is no device in namespace " + netns,
                    Findings.known("declared there", devices(netns), device));
        }
    }
}
