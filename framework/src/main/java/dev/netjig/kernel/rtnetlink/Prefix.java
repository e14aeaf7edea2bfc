package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;

/** An address and a prefix length, which the kernel sends in different places. */
final class Prefix {

    private Prefix() {}

    static Cidr of(InetAddress address, int length, PayloadReader in) {
        if (length > Family.bits(address)) {
            throw in.malformed("a prefix length of " + length + " for " + address.getHostAddress());
        }
        return new Cidr(address, length);
    }
}
