package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code struct rtnexthop} with its attributes, an element of RTA_MULTIPATH.
 *
 * <p>{@code linux/rtnetlink.h}
 *
 * @param flags {@code RTNH_F_…}
 * @param hops the weight minus one
 * @param index of the device
 * @param attributes {@code RTA_…}
 */
record RtNextHop(int flags, int hops, int index, NlAttrs attributes) {

    private static final int HEADER = 8;

    /** Reads the elements up to the end of {@code in}. */
    static List<RtNextHop> parseAll(PayloadReader in) {
        List<RtNextHop> all = new ArrayList<>();
        while (in.remaining() > 0) {
            all.add(parse(in));
        }
        return all;
    }

    private static RtNextHop parse(PayloadReader in) {
        int start = in.position();
        int length = in.u16();
        int flags = in.u8();
        int hops = in.u8();
        int index = in.s32();
        if (length < HEADER) {
            throw in.malformed("a next hop claims " + length + " bytes, it has at least " + HEADER);
        }
        NlAttrs attributes = NlAttrs.parse(in.slice(length - HEADER));
        in.align(start);
        return new RtNextHop(flags, hops, index, attributes);
    }
}
