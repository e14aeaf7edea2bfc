package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One line of {@code nft monitor trace}: a rule that a packet matched, or the policy at the end of a chain; {@code
 * NFT_MSG_TRACE}, {@code linux/netfilter/nf_tables.h}.
 *
 * @param id the same for the events of one packet in one base chain; another chain may give the packet another
 * @param type what decided
 * @param family of the table, as {@code nft} names it: {@code ip}, {@code ip6}, {@code inet}, …
 * @param table its name
 * @param chain its name
 * @param ruleHandle the rule's number, as {@code nft -a} prints it; empty for a policy
 * @param verdict what was decided
 * @param verdictChain where JUMP and GOTO lead to
 * @param iif the index of the device that the packet came in by
 * @param oif the index of the device that it is to leave by
 * @param mark its firewall mark; empty means 0
 * @param headers the packet; the kernel sends it with the first event in each chain only, see {@link NftTraceLog}
 */
public record NftTraceEvent(
        int id,
        Type type,
        String family,
        String table,
        String chain,
        OptionalLong ruleHandle,
        Verdict verdict,
        Optional<String> verdictChain,
        OptionalInt iif,
        OptionalInt oif,
        OptionalInt mark,
        Optional<PacketHeaders> headers) {

    /** NFNL_SUBSYS_NFTABLES (10) and NFT_MSG_TRACE (17). */
    private static final int NFT_MSG_TRACE = 10 << 8 | 17;

    /** {@code NFT_TRACETYPE_…}, in the kernel's order. */
    public enum Type {
        UNSPEC,
        /** The packet came to the end of a base chain. */
        POLICY,
        /** The packet came to the end of a chain that was jumped to. */
        RETURN,
        /** A rule matched. */
        RULE;

        static Type of(int number) {
            return number >= 0 && number < values().length ? values()[number] : UNSPEC;
        }
    }

    /** The event; empty if the message is something else. */
    static Optional<NftTraceEvent> parse(NetlinkMessage message) {
        if (message.type() != NFT_MSG_TRACE) {
            return Optional.empty();
        }
        PayloadReader in = message.reader();
        NfGenMsg head = NfGenMsg.parse(in);
        NlAttrs attributes = NlAttrs.parse(in);
        NlAttrs verdict = attributes.nested(NftaTrace.VERDICT);
        OptionalInt code = number(verdict, NftaTrace.VERDICT_CODE);
        OptionalInt policy = number(attributes, NftaTrace.POLICY);
        OptionalInt decision = code.isPresent() ? code : policy;
        return Optional.of(new NftTraceEvent(
                number(attributes, NftaTrace.ID).orElse(0),
                Type.of(number(attributes, NftaTrace.TYPE).orElse(0)),
                family(head.family()),
                attributes.text(NftaTrace.TABLE).orElse(""),
                attributes.text(NftaTrace.CHAIN).orElse(""),
                handle(attributes),
                decision.isPresent() ? Verdict.of(decision.getAsInt()) : Verdict.UNKNOWN,
                verdict.text(NftaTrace.VERDICT_CHAIN),
                number(attributes, NftaTrace.IIF),
                number(attributes, NftaTrace.OIF),
                number(attributes, NftaTrace.MARK),
                headers(attributes)));
    }

    private static OptionalInt number(NlAttrs attributes, int type) {
        return attributes
                .find(type)
                .map(attribute -> OptionalInt.of((int) attribute.bigEndian()))
                .orElse(OptionalInt.empty());
    }

    private static OptionalLong handle(NlAttrs attributes) {
        return attributes
                .find(NftaTrace.RULE_HANDLE)
                .map(attribute -> OptionalLong.of(attribute.bigEndian()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<PacketHeaders> headers(NlAttrs attributes) {
        byte[] transport =
                attributes.find(NftaTrace.TRANSPORT_HEADER).map(NlAttr::bytes).orElse(new byte[0]);
        return attributes.find(NftaTrace.NETWORK_HEADER).map(network -> new PacketHeaders(network.bytes(), transport));
    }

    /** {@code NFPROTO_…}, {@code linux/netfilter.h}. */
    private static String family(int number) {
        return switch (number) {
            case 1 -> "inet";
            case 2 -> "ip";
            case 3 -> "arp";
            case 5 -> "netdev";
            case 7 -> "bridge";
            case 10 -> "ip6";
            default -> Integer.toString(number);
        };
    }

    /** Whether this is where the packet ended. */
    public boolean dropped() {
        return verdict == Verdict.DROP;
    }

    /** Whether the chain's policy decided, and no rule. */
    public boolean byPolicy() {
        return type == Type.POLICY;
    }

    NftTraceEvent withHeaders(PacketHeaders packet) {
        return new NftTraceEvent(
                id, type, family, table, chain, ruleHandle, verdict, verdictChain, iif, oif, mark, Optional.of(packet));
    }

    /** For example {@code ip netjig FORWARD rule handle 8 (verdict drop)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(family)
                .append(" ")
                .append(table)
                .append(" ")
                .append(chain)
                .append(" ")
                .append(lower(type));
        ruleHandle.ifPresent(handle -> text.append(" handle ").append(handle));
        text.append(" (verdict ").append(lower(verdict));
        verdictChain.ifPresent(target -> text.append(" ").append(target));
        return text.append(")").toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
