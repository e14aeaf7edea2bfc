package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * An ARP request that nobody answers although somebody has the address: it was lost on a bridge that is down or towards a
 * port that is, or it arrived and the owner's reverse-path filter does not believe the one who asks.
 */
final class LostArp {

    private final Scene scene;
    private final NetworkNamespace owner;
    private final InetAddress address;

    private LostArp(Scene scene, NetworkNamespace owner, InetAddress address) {
        this.scene = scene;
        this.owner = owner;
        this.address = address;
    }

    static Optional<Finding> testify(Scene scene, InetAddress address) {
        return scene.owner(address).flatMap(owner -> new LostArp(scene, owner, address).testify());
    }

    private Optional<Finding> testify() {
        List<Sighting> requests = scene.trail().arpRequests(address);
        Optional<Sighting> arrival = requests.stream()
                .filter(sighting -> sighting.netns().equals(owner.name()))
                .findFirst();
        return arrival.isPresent()
                ? unanswered(arrival.get())
                : requests.stream()
                        .flatMap(sighting -> onBridge(sighting).stream())
                        .findFirst();
    }

    private Optional<Finding> onBridge(Sighting sighting) {
        NetworkNamespace netns = scene.watch().netns(sighting.netns());
        LinkState bridge = L3Device.link(netns, sighting.dev());
        boolean isPort = !bridge.name().equals(sighting.dev());
        if (!isPort) {
            return Optional.empty();
        }
        return bridge.isUp()
                ? new BridgePort(scene, netns, sighting, address).testify()
                : Optional.of(DownLink.finding(scene, netns, bridge, PathWitness.lastSeen(sighting)));
    }

    /**
     * Before it answers, the kernel routes the request as if it were a packet from its sender. For an address of its own
     * nothing but the check of the source can refuse that (EINVAL), and no counter tells.
     */
    private Optional<Finding> unanswered(Sighting sighting) {
        if (!(sighting.packet() instanceof Packet.Arp request)) {
            return Optional.empty();
        }
        LinkState device = L3Device.link(owner, sighting.dev());
        InetAddress sender = request.sender();
        RouteLookup lookup = owner.routeTo(RouteQuery.to(address).from(sender).iif(device.index()));
        boolean refused = lookup instanceof RouteLookup.Refused no && no.errno().equals(Errno.EINVAL);
        if (!refused || !ReversePath.isOn(owner, device.name())) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(
                new Cause.ReversePathFilter(owner.name(), device.name(), sender),
                PathWitness.lastSeen(sighting),
                new Evidence(
                        "ip -n " + owner.name() + " route get " + address.getHostAddress() + " from "
                                + sender.getHostAddress() + " iif " + device.name(),
                        "answers " + Errno.EINVAL.message()),
                ReversePath.settings(owner, device.name())));
    }
}
