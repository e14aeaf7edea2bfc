package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_CREATE;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_DUMP;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_EXCL;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Messages that change devices. Existing devices go by their names, so that nothing has to be asked first; new ones may
 * be given an index, so that later messages of the same batch can refer to it.
 */
public final class LinkRequests {

    private static final int CREATE = NLM_F_CREATE | NLM_F_EXCL;

    // Without the zero byte at the end that other texts have, as ip sends them.
    private static final byte[] BRIDGE = "bridge".getBytes(US_ASCII);
    private static final byte[] VETH = "veth".getBytes(US_ASCII);

    private LinkRequests() {}

    /** A new bridge, down; {@code ip link add br0 address MAC type bridge}. The kernel chooses the index. */
    public static NetlinkMessage addBridge(String name, Optional<MacAddress> mac) {
        return addBridge(name, 0, mac);
    }

    /** A new bridge, down, with this index; {@code ip link add br0 index 2 address MAC type bridge}. */
    public static NetlinkMessage addBridge(String name, int index, Optional<MacAddress> mac) {
        PayloadWriter out = new PayloadWriter();
        IfInfoMsg.ofIndex(index).pack(out);
        mac.ifPresent(address -> out.attribute(Ifla.ADDRESS, address.bytes()));
        out.attributeText(Ifla.IFNAME, name);
        out.nested(Ifla.LINKINFO, info -> info.attribute(Ifla.INFO_KIND, BRIDGE));
        return NetlinkMessage.request(Rtm.NEWLINK, CREATE, out, "add bridge", name);
    }

    /**
     * A new veth pair; {@code ip link add veth1-r index 3 numtxqueues 1 numrxqueues 1 mtu 1500 master br0 address MAC up
     * type veth peer name veth2-r index 2 numtxqueues 1 numrxqueues 1 mtu 1500 address MAC netns red}.
     */
    public static NetlinkMessage addVeth(VethRequest veth) {
        PayloadWriter out = new PayloadWriter();
        int index = veth.index().orElse(0);
        IfInfoMsg head = veth.up() ? change(index, LinkFlag.UP, true) : IfInfoMsg.ofIndex(index);
        head.pack(out);
        end(out, veth.mac(), veth.mtu());
        veth.master().ifPresent(master -> out.attributeS32(Ifla.MASTER, master));
        out.attributeText(Ifla.IFNAME, veth.name());
        out.nested(
                Ifla.LINKINFO,
                info -> info.attribute(Ifla.INFO_KIND, VETH)
                        .nested(Ifla.INFO_DATA, data -> data.nested(Ifla.VETH_INFO_PEER, peer -> peer(peer, veth))));
        return NetlinkMessage.request(Rtm.NEWLINK, CREATE, out, "add", veth.toString());
    }

    private static void peer(PayloadWriter out, VethRequest veth) {
        VethRequest.Peer peer = veth.peer();
        IfInfoMsg.ofIndex(peer.index().orElse(0)).pack(out);
        end(out, peer.mac(), veth.mtu());
        peer.netnsFd().ifPresent(fd -> out.attributeS32(Ifla.NET_NS_FD, fd));
        out.attributeText(Ifla.IFNAME, peer.name());
    }

    private static void end(PayloadWriter out, Optional<MacAddress> mac, OptionalInt mtu) {
        // With more queues than one, the kernel waits for RCU twice.
        out.attributeS32(Ifla.NUM_TX_QUEUES, 1).attributeS32(Ifla.NUM_RX_QUEUES, 1);
        mac.ifPresent(address -> out.attribute(Ifla.ADDRESS, address.bytes()));
        mtu.ifPresent(bytes -> out.attributeS32(Ifla.MTU, bytes));
    }

    /** {@code ip link set dev NAME up}. */
    public static NetlinkMessage setUp(String dev) {
        return named(change(0, LinkFlag.UP, true), dev, "set link up");
    }

    /** {@code ip link set dev NAME down}. */
    public static NetlinkMessage setDown(String dev) {
        return named(change(0, LinkFlag.UP, false), dev, "set link down");
    }

    /** Makes the device a port of a bridge; {@code ip link set dev NAME master br0}. */
    public static NetlinkMessage setMaster(String dev, int masterIndex) {
        PayloadWriter out = new PayloadWriter();
        IfInfoMsg.ofIndex(0).pack(out).attributeText(Ifla.IFNAME, dev).attributeS32(Ifla.MASTER, masterIndex);
        return NetlinkMessage.request(Rtm.NEWLINK, 0, out, "set master of", dev + " to #" + masterIndex);
    }

    /** Takes the device out of its bridge; {@code ip link set dev NAME nomaster}. */
    public static NetlinkMessage clearMaster(String dev) {
        PayloadWriter out = new PayloadWriter();
        IfInfoMsg.ofIndex(0).pack(out).attributeText(Ifla.IFNAME, dev).attributeS32(Ifla.MASTER, 0);
        return NetlinkMessage.request(Rtm.NEWLINK, 0, out, "clear master of", dev);
    }

    /** {@code ip link delete dev NAME}; takes the kernel tens of milliseconds. */
    public static NetlinkMessage delete(String dev) {
        PayloadWriter out = new PayloadWriter();
        IfInfoMsg.ofIndex(0).pack(out).attributeText(Ifla.IFNAME, dev);
        return NetlinkMessage.request(Rtm.DELLINK, 0, out, "delete link", dev);
    }

    static NetlinkMessage get(String dev) {
        PayloadWriter out = new PayloadWriter();
        IfInfoMsg.ofIndex(0).pack(out).attributeText(Ifla.IFNAME, dev);
        return NetlinkMessage.request(Rtm.GETLINK, 0, out, "read link", dev);
    }

    static NetlinkMessage dump() {
        PayloadWriter out = IfInfoMsg.ofIndex(0).pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.GETLINK, NLM_F_DUMP, out, "list", "links");
    }

    private static NetlinkMessage named(IfInfoMsg head, String dev, String operation) {
        PayloadWriter out = new PayloadWriter();
        head.pack(out).attributeText(Ifla.IFNAME, dev);
        return NetlinkMessage.request(Rtm.NEWLINK, 0, out, operation, dev);
    }

    private static IfInfoMsg change(int index, LinkFlag flag, boolean to) {
        return new IfInfoMsg(Family.UNSPEC, 0, index, to ? flag.bit() : 0, flag.bit());
    }
}
