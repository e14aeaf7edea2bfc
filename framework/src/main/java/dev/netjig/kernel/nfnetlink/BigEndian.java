package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NlAttr;
import java.math.BigInteger;

/** Unsigned numbers in network byte order; like the kernel, takes the first bytes of a value that is too long. */
final class BigEndian {

    private BigEndian() {}

    static int u16(NlAttr attribute) {
        return (int) number(attribute, 2);
    }

    static long u32(NlAttr attribute) {
        return number(attribute, 4);
    }

    /** Above 2⁶³ it is negative, see {@link Long#toUnsignedString}. */
    static long u64(NlAttr attribute) {
        return number(attribute, 8);
    }

    private static long number(NlAttr attribute, int bytes) {
        return new BigInteger(1, attribute.reader().bytes(bytes)).longValue();
    }
}
