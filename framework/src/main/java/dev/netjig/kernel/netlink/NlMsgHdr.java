package dev.netjig.kernel.netlink;

/**
 * {@code struct nlmsghdr}, the head of every netlink message.
 *
 * <p>{@code linux/netlink.h}
 *
 * @param length of the message with this header, without padding
 * @param type of the protocol ({@code RTM_…}) or of netlink itself ({@code NLMSG_…})
 * @param flags a set of {@link NlMsgFlags}
 * @param sequence the number of the request that is answered
 * @param portId the socket that sent the request
 */
public record NlMsgHdr(int length, int type, int flags, int sequence, int portId) {

    public static final int SIZE = 16;

    // Types below NLMSG_MIN_TYPE (16) belong to netlink itself.
    public static final int NLMSG_NOOP = 1;
    public static final int NLMSG_ERROR = 2;
    public static final int NLMSG_DONE = 3;
    public static final int NLMSG_OVERRUN = 4;

    static NlMsgHdr parse(PayloadReader in) {
        return new NlMsgHdr(in.s32(), in.u16(), in.u16(), in.s32(), in.s32());
    }

    void pack(PayloadWriter out) {
        out.s32(length).u16(type).u16(flags).s32(sequence).s32(portId);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
