package dev.netjig.kernel.nfnetlink;

/** {@code NFTA_TRACE_…}, the attributes of NFT_MSG_TRACE, {@code linux/netfilter/nf_tables.h}. Numbers are big-endian. */
final class NftaTrace {

    static final int TABLE = 1;
    static final int CHAIN = 2;
    static final int RULE_HANDLE = 3;
    static final int TYPE = 4;
    static final int VERDICT = 5;
    static final int ID = 6;
    static final int NETWORK_HEADER = 8;
    static final int TRANSPORT_HEADER = 9;
    static final int IIF = 10;
    static final int OIF = 12;
    static final int MARK = 14;
    static final int POLICY = 16;

    /** Nested in VERDICT: {@code NFTA_VERDICT_…}. */
    static final int VERDICT_CODE = 1;

    static final int VERDICT_CHAIN = 2;

    private NftaTrace() {}
}
