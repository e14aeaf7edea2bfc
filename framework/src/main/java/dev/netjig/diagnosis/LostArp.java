package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkFlag;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A solicitation (ARP, neighbour discovery) that nobody answers although somebody has the address: it was lost on a bridge
 * that is down or towards a port that is, or it arrived and the owner's reverse-path filter does not believe who asks.
 */
final class LostArp {

    private final Scene scene;
    private final InetAddress address;
    private final Evidence[] before;

    LostArp(Scene scene, InetAddress address, Evidence... before) {
        this.scene = scene;
        this.address = address;
        this.before = before;
    }

    Optional<Finding> testify() {
        return scene.trail().solicitations(address).stream()
                .flatMap(request -> at(request).stream())
                .findFirst();
    }

    /** It did reach who has the address, and why that kept silent is not known: nobody else is to blame. */
    Optional<Finding> atItsOwner() {
        return scene.trail().solicitations(address).stream()
                .filter(request -> !request.isOutgoing()
                        && Scene.owns(scene.watch().netns(request.netns()), address)
                        && !isSilenced(scene.watch().netns(request.netns()), request.dev()))
                .findFirst()
                .map(request -> Finding.inferred(new Cause.Unknown(request.netns(), request.toString()), before));
    }

    /** Whether the device was told not to answer for the address: then it is as if nobody had it. */
    private boolean isSilenced(NetworkNamespace netns, String dev) {
        LinkState device = L3Device.link(netns, dev);
        boolean elsewhere = !Scene.has(netns, address, OptionalInt.of(device.index()));
        return device.flags().contains(LinkFlag.NOARP)
                || address.isLoopbackAddress() // for which no kernel answers on a wire, though each has it
                || Stream.of("all", device.name())
                        .map(conf -> netns.sysctlIfPresent("net.ipv4.conf." + conf + ".arp_ignore")
                                .orElse("0"))
                        .anyMatch(mode -> mode.equals("8") || (elsewhere && (mode.equals("1") || mode.equals("2"))));
    }

    private Optional<Finding> at(Sighting request) {
        NetworkNamespace netns = scene.watch().netns(request.netns());
        LinkState device = L3Device.link(netns, request.dev());
        Evidence[] evidence = Evidence.and(before, new Evidence("capture", "seen: " + request));
        Optional<Finding> lost = device.kind().equals(Optional.of("bridge"))
                ? onBridge(netns, device, request.dev(), evidence)
                : Optional.empty();
        if (!request.isOutgoing() && lost.isEmpty()) {
            lost = NotAnswering.testify(netns, device, address, evidence);
        }
        return lost.or(() -> request.isOutgoing() || !Scene.owns(netns, address)
                ? Optional.empty()
                : notBelieved(netns, device, request.packet(), evidence));
    }

    private Optional<Finding> onBridge(NetworkNamespace netns, LinkState bridge, String in, Evidence... evidence) {
        BridgePorts ports = new BridgePorts(scene, netns, bridge);
        if (bridge.isUp()) {
            return ports.obstacle(in, address, Optional.empty(), evidence);
        }
        // An ARP request is flooded everywhere: only a bridge on the way to the owner matters.
        return ports.leadTo(address) ? Optional.of(DownLink.finding(scene, netns, bridge, evidence)) : Optional.empty();
    }

    /**
     * Before it answers, the kernel routes the request as if it were a packet from its sender. For an address of its own
     * nothing but the check of the source can refuse that (EINVAL, EXDEV), and no counter tells.
     */
    private Optional<Finding> notBelieved(
            NetworkNamespace netns, LinkState device, Packet request, Evidence... evidence) {
        if (!(request instanceof Packet.Arp arp)) {
            return Optional.empty(); // IPv6 has no reverse-path filter
        }
        InetAddress sender = arp.sender();
        RouteLookup lookup = netns.routeTo(RouteQuery.to(address).from(sender).iif(device.index()));
        Optional<Errno> refusal = ReversePath.refusal(lookup);
        if (refusal.isEmpty() || !ReversePath.isOn(netns, device.name()) || Scene.owns(netns, sender)) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(new Cause.ReversePathFilter(netns.name(), device.name(), sender), evidence)
                .and(
                        new Evidence(
                                "ip -n " + netns.name() + " route get " + IpLiteral.format(address) + " from "
                                        + IpLiteral.format(sender) + " iif " + device.name(),
                                "answers " + refusal.get().message()),
                        ReversePath.settings(netns, device.name())));
    }
}
