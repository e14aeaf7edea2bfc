package dev.netjig.topology.plan;

import dev.netjig.topology.Declared;
import dev.netjig.topology.IfName;
import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.SysctlSpec;
import dev.netjig.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the namespaces and their settings. */
final class NetnsSteps {

    private static final Origin BASELINE = Origin.implicit("kernel default");

    /**
     * A fresh namespace copies these from the machine's own, so a test would depend on where it runs: netjig begins with
     * the kernel's stock values. Device values combine with {@code all}; {@code default} is what new devices copy.
     */
    private static final List<String> PINNED_TO_0 =
            List.of("net.ipv4.ip_forward", "net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter");

    /**
     * The link-local address of a new device is tentative for a second or two, and until then a router solicits no
     * neighbour on it: nothing would be forwarded that soon.
     */
    private static final String ACCEPT_DAD = "net.ipv6.conf.default.accept_dad";

    private final boolean ipv6;
    private final Map<String, Declared<NetnsSpec>> namespaces = new LinkedHashMap<>();
    private final List<Declared<SysctlSpec>> sysctls;

    /** @param ipv6 whether anything has an IPv6 address */
    NetnsSteps(Topology topology, boolean ipv6) {
        this.ipv6 = ipv6;
        namespaces.put(
                Topology.NODE, new Declared<>(NetnsSpec.builder(Topology.NODE).build(), Origin.implicit("netns node")));
        topology.declared(NetnsSpec.class)
                .forEach(declared -> namespaces.put(declared.spec().name(), declared));
        sysctls = topology.declared(SysctlSpec.class);
    }

    /** What others make comes first: without it, nothing else need be begun. */
    List<AdoptNetns> adopt() {
        return namespaces.values().stream()
                .filter(netns -> netns.spec().adopted())
                .map(netns -> new AdoptNetns(netns.spec().name(), netns.origin()))
                .toList();
    }

    List<CreateNetns> create() {
        return namespaces.values().stream()
                .filter(netns -> !netns.spec().adopted())
                .map(netns -> new CreateNetns(netns.spec().name(), netns.origin()))
                .toList();
    }

    /** The stock values that nobody overrides and the settings of no device, namespace by namespace. */
    List<WriteSysctl> sysctls() {
        return namespaces.keySet().stream()
                .flatMap(netns -> Stream.concat(
                        isAdopted(netns) ? Stream.empty() : baseline(netns),
                        declared(netns, sysctl -> sysctl.device().isEmpty())))
                .toList();
    }

    /** The settings of devices, which must exist by then. */
    List<WriteSysctl> deviceSysctls() {
        return namespaces.keySet().stream()
                .flatMap(netns -> declared(netns, sysctl -> sysctl.device().isPresent()))
                .toList();
    }

    List<SetLinkUp> loopbacks() {
        return namespaces.values().stream()
                .filter(netns -> netns.spec().lo() && !netns.spec().adopted())
                .map(netns -> new SetLinkUp(netns.spec().name(), IfName.LO, netns.origin()))
                .toList();
    }

    private boolean isAdopted(String netns) {
        return Optional.ofNullable(namespaces.get(netns))
                .filter(declared -> declared.spec().adopted())
                .isPresent();
    }

    private Stream<WriteSysctl> baseline(String netns) {
        Set<String> overridden = sysctls.stream()
                .map(Declared::spec)
                .filter(sysctl -> sysctl.netns().equals(netns))
                .map(SysctlSpec::key)
                .collect(Collectors.toSet());
        return Stream.concat(PINNED_TO_0.stream(), ipv6 ? Stream.of(ACCEPT_DAD) : Stream.empty())
                .filter(key -> !overridden.contains(key))
                .map(key -> new WriteSysctl(netns, key, "0", BASELINE));
    }

    private Stream<WriteSysctl> declared(String netns, Predicate<SysctlSpec> wanted) {
        return sysctls.stream()
                .filter(declared -> declared.spec().netns().equals(netns) && wanted.test(declared.spec()))
                .map(declared -> new WriteSysctl(
                        netns, declared.spec().key(), declared.spec().value(), declared.origin()));
    }
}
