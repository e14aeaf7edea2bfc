package dev.netjig.kernel.nfnetlink;

/**
 * What a rule or policy decides, as {@code nft monitor trace} names it; {@code NF_…} of {@code linux/netfilter.h} and
 * {@code NFT_…} of {@code linux/netfilter/nf_tables.h}.
 */
public enum Verdict {
    /** Thrown away; also what a reject rule ends with. */
    DROP(0),
    /** Done with this chain's hook; later chains may still drop. */
    ACCEPT(1),
    STOLEN(2),
    QUEUE(3),
    REPEAT(4),
    /** The rule was carried out and decides nothing. */
    CONTINUE(-1),
    BREAK(-2),
    JUMP(-3),
    GOTO(-4),
    RETURN(-5),
    /** A number that netjig does not know. */
    UNKNOWN(Integer.MIN_VALUE);

    /** The code of NF_QUEUE and NF_DROP carries a queue number or an errno above these bits. */
    private static final int NF_VERDICT_MASK = 0xff;

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    static Verdict of(int code) {
        int plain = code < 0 ? code : code & NF_VERDICT_MASK;
        for (Verdict verdict : values()) {
            if (verdict.code == plain) {
                return verdict;
            }
        }
        return UNKNOWN;
    }
}
