package dev.netjig.kernel.netlink;

import dev.netjig.kernel.Errno;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code struct nlmsgerr} with the attributes of an extended acknowledgement ({@code enum nlmsgerr_attrs}), and the end
 * of a dump, which is built alike.
 *
 * <p>{@code linux/netlink.h}
 *
 * @param errno empty if the request was granted
 * @param text the kernel's words ({@code NLMSGERR_ATTR_MSG}); may come with a granted request as a warning
 * @param offset the byte of the request that is wrong, from its header on ({@code NLMSGERR_ATTR_OFFS})
 */
public record NlMsgErr(Optional<Errno> errno, Optional<String> text, OptionalInt offset) {

    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int NLMSGERR_ATTR_OFFS = 2;

    /** Reads the payload of a message of type NLMSG_ERROR or NLMSG_DONE. */
    public static NlMsgErr parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        boolean done = message.type() == NlMsgHdr.NLMSG_DONE;
        // The kernel always sends an error with NLMSG_DONE; other senders may not.
        int error = done && in.remaining() == 0 ? 0 : in.s32();
        if (!done) {
            skipRequest(in, message.header());
        }
        NlAttrs attributes = NlAttrs.parse(message.header().has(NlMsgFlags.NLM_F_ACK_TLVS) ? in : in.slice(0));
        return new NlMsgErr(errno(error, in), attributes.text(NLMSGERR_ATTR_MSG), attributes.s32(NLMSGERR_ATTR_OFFS));
    }

    /** Netlink sends {@code -errno}; the smallest int has no positive counterpart. */
    private static Optional<Errno> errno(int error, PayloadReader in) {
        if (error > 0 || error == Integer.MIN_VALUE) {
            throw in.malformed("an error is -errno or 0, got " + error);
        }
        return error == 0 ? Optional.empty() : Optional.of(Errno.of(-error));
    }

    /** The request comes back: its header only if the answer is capped, all of it otherwise. */
    private static void skipRequest(PayloadReader in, NlMsgHdr header) {
        int start = in.position();
        NlMsgHdr request = NlMsgHdr.parse(in);
        if (!header.has(NlMsgFlags.NLM_F_CAPPED) && in.remaining() > 0) {
            in.skip(Math.max(0, request.length() - NlMsgHdr.SIZE));
            in.align(start);
        }
    }
}
