package dev.netjig.topology.plan;

import dev.netjig.topology.IfName;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A new veth pair with its peer already in the peer's namespace (no device is ever moved) and one queue at each end,
 * which spares the kernel a wait: {@code ip -n node link add veth1-r numtxqueues 1 numrxqueues 1 master br0 up type veth
 * peer name veth2-r netns red numtxqueues 1 numrxqueues 1}.
 *
 * @param netns the namespace of the first end
 * @param name the first end
 * @param master the bridge that the first end is a port of
 * @param mac the first end's Ethernet address; the kernel's choice if empty
 * @param mtu of both ends in bytes; 1500 if empty
 * @param up whether the first end is created up; the kernel cannot do that for the peer, which always begins down
 * @param peerNetns the namespace of the peer
 * @param peerName the peer
 * @param peerMac the peer's Ethernet address; the kernel's choice if empty
 * @param origin who asked for it
 */
public record AddVethPair(
        String netns,
        IfName name,
        Optional<IfName> master,
        Optional<MacAddress> mac,
        OptionalInt mtu,
        boolean up,
        String peerNetns,
        IfName peerName,
        Optional<MacAddress> peerMac,
        Origin origin)
        implements Step {

    private static final String QUEUES = " numtxqueues 1 numrxqueues 1";

    @Override
    public List<String> commands() {
        String size = mtu.isPresent() ? " mtu " + mtu.getAsInt() : "";
        return List.of(Shell.ip(netns) + " link add " + Shell.quote(name) + QUEUES + size + Shell.option("address", mac)
                + Shell.option("master", master) + (up ? " up" : "")
                + " type veth peer name " + Shell.quote(peerName) + " netns " + Shell.quote(peerNetns) + QUEUES + size
                + Shell.option("address", peerMac));
    }

    @Override
    public String toString() {
        return "add veth " + netns + "/" + name + " <-> " + peerNetns + "/" + peerName;
    }
}
