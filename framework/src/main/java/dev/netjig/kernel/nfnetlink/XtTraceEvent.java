package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the trace of ip_tables (iptables-legacy): a rule that a packet matched, or the end of a chain that it came
 * to; {@code trace_packet()} in {@code net/ipv4/netfilter/ip_tables.c}. What the rule decided is not said.
 *
 * @param type what the packet came to
 * @param table {@code filter}, {@code nat} …
 * @param chain its name
 * @param number of the rule in the chain, from 1; for an end, one more than there are rules
 * @param hook {@code prerouting}, {@code input}, {@code forward}, {@code output} or {@code postrouting}
 * @param packet the packet's first bytes, from its IP header on
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes from the kernel to one reader, never compared
public record XtTraceEvent(Type type, String table, String chain, int number, String hook, byte[] packet) {

    /** What the packet came to. */
    public enum Type {
        /** A rule that it matched. */
        RULE,
        /** The end of a chain that was jumped to. */
        RETURN,
        /** The end of a built-in chain. */
        POLICY
    }

    /** NFNL_SUBSYS_ULOG (4) and NFULNL_MSG_PACKET (0). */
    private static final int NFULNL_MSG_PACKET = 4 << 8;

    private static final int NFULA_PACKET_HDR = 1;
    private static final int NFULA_PAYLOAD = 9;
    private static final int NFULA_PREFIX = 10;

    /** {@code struct nfulnl_msg_packet_hdr}: hw_protocol, two bytes; hook; padding. */
    private static final int HOOK = 2;

    private static final List<String> HOOKS = List.of("prerouting", "input", "forward", "output", "postrouting");
    private static final Pattern PREFIX = Pattern.compile("TRACE: ([^:]+):(.+):(rule|return|policy):(\\d{1,9}) ?");

    /**
     * The trace events in one datagram of {@code nfnetlink_log}; whatever else is logged there is passed over.
     *
     * @throws dev.netjig.kernel.netlink.MalformedMessageException if it cannot be read
     */
    public static List<XtTraceEvent> parseAll(byte[] datagram) {
        List<XtTraceEvent> events = new ArrayList<>();
        for (NetlinkMessage message : NetlinkMessage.parseAll(datagram)) {
            if (message.type() == NFULNL_MSG_PACKET) {
                parse(message).ifPresent(events::add);
            }
        }
        return events;
    }

    private static Optional<XtTraceEvent> parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        NfGenMsg.parse(in);
        NlAttrs attributes = NlAttrs.parse(in);
        Matcher prefix = PREFIX.matcher(attributes.text(NFULA_PREFIX).orElse(""));
        Optional<String> hook =
                attributes.find(NFULA_PACKET_HDR).map(NlAttr::bytes).flatMap(XtTraceEvent::hook);
        Optional<byte[]> packet = attributes.find(NFULA_PAYLOAD).map(NlAttr::bytes);
        if (!prefix.matches() || hook.isEmpty() || packet.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new XtTraceEvent(
                Type.valueOf(prefix.group(3).toUpperCase(Locale.ROOT)),
                prefix.group(1),
                prefix.group(2),
                Integer.parseInt(prefix.group(4)),
                hook.get(),
                packet.get()));
    }

    private static Optional<String> hook(byte[] header) {
        return header.length > HOOK && header[HOOK] >= 0 && header[HOOK] < HOOKS.size()
                ? Optional.of(HOOKS.get(header[HOOK]))
                : Optional.empty();
    }

    /** As the kernel prints it: {@code TRACE: filter:FORWARD:policy:2}. */
    @Override
    public String toString() {
        return "TRACE: " + table + ":" + chain + ":" + type.name().toLowerCase(Locale.ROOT) + ":" + number;
    }
}
