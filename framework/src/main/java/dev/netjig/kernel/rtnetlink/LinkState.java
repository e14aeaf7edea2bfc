package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A device as the kernel described it at one moment; one entry of {@code ip -d -s link show}.
 *
 * @param index within its network namespace
 * @param name within its network namespace
 * @param flags what {@code ip} prints between angle brackets
 * @param operState whether it can carry packets
 * @param mtu in bytes
 * @param mac its Ethernet address; all zero for lo
 * @param master the index of the bridge that it is a port of
 * @param peerIndex the index of the device that it is tied to: the other end of a veth pair ({@code IFLA_LINK})
 * @param peerNetnsid the namespace of that device as this namespace numbers it; empty if it is in this namespace
 * @param kind the driver: {@code veth}, {@code bridge}; empty for lo and hardware
 * @param portState what it does as a port of a bridge
 * @param isolated whether it is a port that exchanges nothing with other isolated ones; {@code bridge link set isolated}
 * @param counters packets so far
 */
public record LinkState(
        int index,
        String name,
        Set<LinkFlag> flags,
        OperState operState,
        int mtu,
        Optional<MacAddress> mac,
        OptionalInt master,
        OptionalInt peerIndex,
        OptionalInt peerNetnsid,
        Optional<String> kind,
        Optional<BridgePortState> portState,
        boolean isolated,
        Optional<LinkCounters> counters) {

    private static final int MAC_BYTES = 6;

    static LinkState parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        IfInfoMsg head = IfInfoMsg.parse(in);
        NlAttrs attributes = NlAttrs.parse(in);
        NlAttrs info = attributes.nested(Ifla.LINKINFO);
        return new LinkState(
                head.index(),
                attributes.text(Ifla.IFNAME).orElse(""),
                Bits.toSet(LinkFlag.class, LinkFlag::bit, head.flags()),
                attributes
                        .find(Ifla.OPERSTATE)
                        .map(state -> OperState.of(state.u8()))
                        .orElse(OperState.UNKNOWN),
                attributes.s32(Ifla.MTU).orElse(0),
                mac(attributes),
                attributes.s32(Ifla.MASTER),
                attributes.s32(Ifla.LINK),
                attributes.s32(Ifla.LINK_NETNSID),
                info.text(Ifla.INFO_KIND),
                portState(info),
                port(info, Ifla.BRPORT_ISOLATED).filter(on -> on != 0).isPresent(),
                attributes.find(Ifla.STATS64).map(stats -> RtnlLinkStats64.parse(stats.reader())));
    }

    /** Devices that are not Ethernet may have longer, shorter or empty addresses. */
    private static Optional<MacAddress> mac(NlAttrs attributes) {
        return attributes
                .find(Ifla.ADDRESS)
                .filter(address -> address.length() == MAC_BYTES)
                .map(address -> MacAddress.of(address.bytes()));
    }

    private static Optional<BridgePortState> portState(NlAttrs info) {
        return port(info, Ifla.BRPORT_STATE).flatMap(BridgePortState::of);
    }

    private static Optional<Integer> port(NlAttrs info, int attribute) {
        return info.text(Ifla.INFO_SLAVE_KIND)
                .filter("bridge"::equals)
                .flatMap(kind -> info.nested(Ifla.INFO_SLAVE_DATA).find(attribute))
                .map(NlAttr::u8);
    }

    /** Administratively up (IFF_UP): somebody wants it to carry packets. See {@link #operState} for whether it does. */
    public boolean isUp() {
        return flags.contains(LinkFlag.UP);
    }

    /** It has a carrier (IFF_LOWER_UP); for veth: both ends are up. */
    public boolean isLowerUp() {
        return flags.contains(LinkFlag.LOWER_UP);
    }

    /** As {@code ip link} prints it, other devices by their index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(index + ": " + name);
        peerIndex.ifPresent(peer -> text.append("@if").append(peer));
        text.append(": <").append(flagText()).append("> mtu ").append(mtu);
        master.ifPresent(bridge -> text.append(" master #").append(bridge));
        text.append(" state ").append(operState);
        mac.ifPresent(address -> text.append(" link ").append(address));
        kind.ifPresent(driver -> text.append(" ").append(driver));
        portState.ifPresent(state -> text.append(" port ").append(state));
        if (isolated) {
            text.append(" isolated");
        }
        return text.toString();
    }

    private String flagText() {
        String printed = flags.stream()
                .filter(flag -> flag != LinkFlag.RUNNING)
                .map(LinkFlag::name)
                .collect(Collectors.joining(","));
        boolean noCarrier = isUp() && !flags.contains(LinkFlag.RUNNING);
        return noCarrier ? "NO-CARRIER," + printed : printed;
    }
}
