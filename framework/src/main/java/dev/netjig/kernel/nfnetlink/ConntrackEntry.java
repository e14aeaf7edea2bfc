package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A connection as the kernel's connection tracking remembers it; one line of {@code conntrack -L}, or
 * {@code IPCTNL_MSG_CT_NEW} of {@code linux/netfilter/nfnetlink_conntrack.h}. An echo exchange and two UDP datagrams are
 * connections too.
 *
 * <p>Without NAT {@code reply} is {@code original} turned round. With NAT it is what the far end answers with: its
 * destination is the rewritten source, its source the rewritten destination.
 *
 * @param protocol its number in the IP header: 1 icmp, 6 tcp, 17 udp, 58 icmpv6
 * @param original how the packets look that whoever opened it sends
 * @param reply how the packets look that are taken for answers
 * @param status what has happened to it
 * @param timeout when it is forgotten unless a packet comes
 * @param tcpState how far a TCP connection is
 * @param mark {@code ct mark}, as an unsigned 32 bit number
 * @param zone {@code ct zone}: tables in the table; usually 0
 * @param sent what went in the direction of {@code original}, if the kernel counts it
 * @param answered what went in the direction of {@code reply}, if the kernel counts it
 */
public record ConntrackEntry(
        int protocol,
        ConntrackTuple original,
        ConntrackTuple reply,
        Set<ConntrackStatus> status,
        Optional<Duration> timeout,
        Optional<TcpState> tcpState,
        long mark,
        int zone,
        Optional<ConntrackCounters> sent,
        Optional<ConntrackCounters> answered) {

    /** NFNL_SUBSYS_CTNETLINK (1) and IPCTNL_MSG_CT_NEW (0). */
    private static final int IPCTNL_MSG_CT_NEW = 1 << 8;

    public ConntrackEntry {
        EnumSet<ConntrackStatus> copy = EnumSet.noneOf(ConntrackStatus.class);
        copy.addAll(status);
        status = Collections.unmodifiableSet(copy);
    }

    /** The entry; empty if the message is about something else than a connection. */
    static Optional<ConntrackEntry> parse(NetlinkMessage message) {
        if (message.type() != IPCTNL_MSG_CT_NEW) {
            return Optional.empty();
        }
        PayloadReader in = message.reader();
        NfGenMsg.parse(in);
        NlAttrs attributes = NlAttrs.parse(in);
        NlAttrs original = attributes.nested(Cta.TUPLE_ORIG);
        return Optional.of(new ConntrackEntry(
                ConntrackTuple.protocol(original, in),
                ConntrackTuple.parse(original, in),
                ConntrackTuple.parse(attributes.nested(Cta.TUPLE_REPLY), in),
                status(attributes.find(Cta.STATUS).map(BigEndian::u32).orElse(0L)),
                attributes.find(Cta.TIMEOUT).map(BigEndian::u32).map(Duration::ofSeconds),
                attributes
                        .nested(Cta.PROTOINFO)
                        .nested(Cta.PROTOINFO_TCP)
                        .find(Cta.PROTOINFO_TCP_STATE)
                        .flatMap(state -> TcpState.of(state.u8())),
                attributes.find(Cta.MARK).map(BigEndian::u32).orElse(0L),
                attributes.find(Cta.ZONE).map(BigEndian::u16).orElse(0),
                attributes.find(Cta.COUNTERS_ORIG).flatMap(ConntrackCounters::parse),
                attributes.find(Cta.COUNTERS_REPLY).flatMap(ConntrackCounters::parse)));
    }

    private static Set<ConntrackStatus> status(long bits) {
        EnumSet<ConntrackStatus> set = EnumSet.allOf(ConntrackStatus.class);
        set.removeIf(flag -> !flag.isIn(bits));
        return set;
    }

    public boolean is(ConntrackStatus flag) {
        return status.contains(flag);
    }

    /** The source that the far end sees: what masquerading or SNAT made of {@code original().source()}. */
    public InetAddress seenSource() {
        return reply.destination();
    }

    /** Where its packets go in truth: what DNAT made of {@code original().destination()}. */
    public InetAddress trueDestination() {
        return reply.source();
    }

    /** {@code icmp}, {@code tcp}, {@code udp} …; {@code unknown} where conntrack prints that. */
    public String protocolName() {
        return switch (protocol) {
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 33 -> "dccp";
            case 47 -> "gre";
            case 58 -> "icmpv6";
            case 132 -> "sctp";
            case 136 -> "udplite";
            default -> "unknown";
        };
    }

    /** The line of {@code conntrack -L}, up to the mark and the zone where they are not 0. */
    @Override
    public String toString() {
        String name = protocolName();
        StringBuilder text = new StringBuilder(name)
                .append(" ".repeat(Math.max(1, 9 - name.length())))
                .append(protocol);
        timeout.ifPresent(left -> text.append(' ').append(left.toSeconds()));
        tcpState.ifPresent(state -> text.append(' ').append(state));
        text.append(' ').append(original);
        sent.ifPresent(counters -> text.append(' ').append(counters));
        text.append(is(ConntrackStatus.SEEN_REPLY) ? "" : " [UNREPLIED]");
        text.append(' ').append(reply);
        answered.ifPresent(counters -> text.append(' ').append(counters));
        text.append(is(ConntrackStatus.ASSURED) ? " [ASSURED]" : "");
        text.append(is(ConntrackStatus.OFFLOAD) ? " [OFFLOAD]" : "");
        text.append(mark == 0 ? "" : " mark=" + mark);
        return text.append(zone == 0 ? "" : " zone=" + zone).toString();
    }
}
