package dev.netjig.kernel.netlink;

/** {@code NLM_F_…}, the flags of {@code struct nlmsghdr}, {@code linux/netlink.h}. Bits above 0xff depend on the type. */
public final class NlMsgFlags {

    public static final int NLM_F_REQUEST = 0x01;
    public static final int NLM_F_MULTI = 0x02;
    public static final int NLM_F_ACK = 0x04;
    public static final int NLM_F_DUMP_INTR = 0x10;

    // GET requests
    public static final int NLM_F_DUMP = 0x300;

    // NEW requests
    public static final int NLM_F_REPLACE = 0x100;
    public static final int NLM_F_EXCL = 0x200;
    public static final int NLM_F_CREATE = 0x400;

    // acknowledgements
    public static final int NLM_F_CAPPED = 0x100;
    public static final int NLM_F_ACK_TLVS = 0x200;

    private NlMsgFlags() {}
}
