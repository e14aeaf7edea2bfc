package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.Cidr;
import java.util.Optional;
import java.util.Set;

/**
 * An address of a device as the kernel described it at one moment; one entry of {@code ip address show}.
 *
 * @param ifindex of the device
 * @param address with the prefix length of its network
 * @param scope how far it reaches
 * @param flags see {@link AddressFlag}
 * @param label IPv4 only: the device's name, or an alias such as {@code eth0:1}
 */
public record AddressEntry(int ifindex, Cidr address, Scope scope, Set<AddressFlag> flags, Optional<String> label) {

    /** The entry; empty if the message is about something else than IPv4 or IPv6. */
    static Optional<AddressEntry> parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        IfAddrMsg head = IfAddrMsg.parse(in);
        if (!Family.isInternet(head.family())) {
            return Optional.empty();
        }
        NlAttrs attributes = NlAttrs.parse(in);
        int flags = attributes.s32(IfAddrMsg.IFA_FLAGS).orElse(head.flags());
        // On a point-to-point device IFA_ADDRESS is the other side; IPv6 sends IFA_LOCAL only there.
        return attributes
                .find(IfAddrMsg.IFA_LOCAL)
                .or(() -> attributes.find(IfAddrMsg.IFA_ADDRESS))
                .map(NlAttr::address)
                .map(address -> new AddressEntry(
                        head.index(),
                        Prefix.of(address, head.prefixLength(), in),
                        new Scope(head.scope()),
                        Bits.toSet(AddressFlag.class, AddressFlag::bit, flags),
                        attributes.text(IfAddrMsg.IFA_LABEL)));
    }

    /** Duplicate address detection is under way: packets cannot be sent from it yet (EADDRNOTAVAIL). */
    public boolean isTentative() {
        return flags.contains(AddressFlag.TENTATIVE);
    }

    /** Somebody else on the link has the address: it stays unusable. */
    public boolean isDadFailed() {
        return flags.contains(AddressFlag.DADFAILED);
    }

    /** It lives until it is deleted. */
    public boolean isPermanent() {
        return flags.contains(AddressFlag.PERMANENT);
    }

    /** As {@code ip address} prints it, the device by its index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(address.isIpv6() ? "inet6 " : "inet ");
        text.append(address).append(" scope ").append(scope);
        if (isTentative()) {
            text.append(" tentative");
        }
        if (isDadFailed()) {
            text.append(" dadfailed");
        }
        return text.append(" dev #").append(ifindex).toString();
    }
}
