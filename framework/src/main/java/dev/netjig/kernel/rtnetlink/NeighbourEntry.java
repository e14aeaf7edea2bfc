package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A neighbour as the kernel described it at one moment; one entry of {@code ip neighbour show nud all}.
 *
 * @param ifindex of the device that it is behind
 * @param address its IP address
 * @param mac its Ethernet address; empty while nobody has answered
 * @param states what is known of it; in practice one, or none for an entry that was never used
 */
public record NeighbourEntry(int ifindex, InetAddress address, Optional<MacAddress> mac, Set<NudState> states) {

    private static final int MAC_BYTES = 6;

    /** The entry; empty if the message is about something else than a neighbour in IPv4 or IPv6. */
    static Optional<NeighbourEntry> parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        NdMsg head = NdMsg.parse(in);
        if (!Family.isInternet(head.family())) {
            return Optional.empty();
        }
        NlAttrs attributes = NlAttrs.parse(in);
        Optional<MacAddress> mac = attributes
                .find(NdMsg.NDA_LLADDR)
                .filter(address -> address.length() == MAC_BYTES)
                .map(address -> MacAddress.of(address.bytes()));
        return attributes
                .find(NdMsg.NDA_DST)
                .map(NlAttr::address)
                .map(address -> new NeighbourEntry(
                        head.index(), address, mac, Bits.toSet(NudState.class, NudState::bit, head.state())));
    }

    public boolean is(NudState state) {
        return states.contains(state);
    }

    /** As {@code ip neighbour} prints it, the device by its index. */
    @Override
    public String toString() {
        return IpLiteral.format(address) + " dev #" + ifindex
                + mac.map(address -> " lladdr " + address).orElse("")
                + states.stream().map(state -> " " + state).collect(Collectors.joining());
    }
}
