package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import java.net.InetAddress;
import java.util.Optional;

/** The gateway of a route or next hop: RTA_GATEWAY, or RTA_VIA if it is of another family than the destinations. */
final class Gateway {

    private Gateway() {}

    static Optional<InetAddress> find(NlAttrs attributes) {
        return attributes
                .find(Rta.GATEWAY)
                .map(NlAttr::address)
                .or(() -> attributes.find(Rta.VIA).flatMap(Gateway::via));
    }

    /** {@code struct rtvia}: a family and an address, which is no IP address for MPLS. */
    private static Optional<InetAddress> via(NlAttr attribute) {
        PayloadReader in = attribute.reader();
        return Family.isInternet(in.u16()) ? Optional.of(in.address(in.remaining())) : Optional.empty();
    }
}
