package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the packets of one direction of a connection look; {@code struct nf_conntrack_tuple}, sent as
 * {@code CTA_TUPLE_ORIG} and {@code CTA_TUPLE_REPLY} ({@code linux/netfilter/nfnetlink_conntrack.h}).
 *
 * @param source of its packets
 * @param destination of its packets
 * @param sourcePort for protocols with ports
 * @param destinationPort for protocols with ports
 * @param icmp for ICMP and ICMPv6
 */
public record ConntrackTuple(
        InetAddress source,
        InetAddress destination,
        OptionalInt sourcePort,
        OptionalInt destinationPort,
        Optional<Icmp> icmp) {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** What takes the place of ports in ICMP: a request and its reply have the same id. */
    public record Icmp(int type, int code, int id) {}

    /** @param message for where to say that something is missing */
    static ConntrackTuple parse(NlAttrs tuple, PayloadReader message) {
        NlAttrs ip = tuple.nested(Cta.TUPLE_IP);
        NlAttrs protocol = tuple.nested(Cta.TUPLE_PROTO);
        Optional<Icmp> icmp4 = icmp(protocol, Cta.PROTO_ICMP_TYPE, Cta.PROTO_ICMP_CODE, Cta.PROTO_ICMP_ID);
        Optional<Icmp> icmp6 = icmp(protocol, Cta.PROTO_ICMPV6_TYPE, Cta.PROTO_ICMPV6_CODE, Cta.PROTO_ICMPV6_ID);
        return new ConntrackTuple(
                address(ip, Cta.IP_V4_SRC, Cta.IP_V6_SRC, message),
                address(ip, Cta.IP_V4_DST, Cta.IP_V6_DST, message),
                port(protocol, Cta.PROTO_SRC_PORT),
                port(protocol, Cta.PROTO_DST_PORT),
                icmp4.or(() -> icmp6));
    }

    /** The number of the protocol, which {@link ConntrackEntry} keeps. */
    static int protocol(NlAttrs tuple, PayloadReader message) {
        return tuple.nested(Cta.TUPLE_PROTO)
                .find(Cta.PROTO_NUM)
                .map(NlAttr::u8)
                .orElseThrow(() -> message.malformed("a connection without CTA_PROTO_NUM"));
    }

    private static InetAddress address(NlAttrs ip, int ipv4, int ipv6, PayloadReader message) {
        Optional<InetAddress> v4 =
                ip.find(ipv4).map(attribute -> attribute.reader().address(IPV4));
        Optional<InetAddress> v6 =
                ip.find(ipv6).map(attribute -> attribute.reader().address(IPV6));
        return v4.or(() -> v6).orElseThrow(() -> message.malformed("a connection without addresses"));
    }

    private static OptionalInt port(NlAttrs protocol, int type) {
        return protocol.find(type)
                .map(attribute -> OptionalInt.of(BigEndian.u16(attribute)))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Icmp> icmp(NlAttrs protocol, int type, int code, int id) {
        return protocol.find(type)
                .map(number -> new Icmp(
                        number.u8(),
                        protocol.find(code).map(NlAttr::u8).orElse(0),
                        protocol.find(id).map(BigEndian::u16).orElse(0)));
    }

    /** As {@code conntrack -L} prints it: {@code src=192.168.0.2 dst=8.8.8.8 type=8 code=0 id=77}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("src=")
                .append(IpLiteral.format(source))
                .append(" dst=")
                .append(IpLiteral.format(destination));
        sourcePort.ifPresent(port -> text.append(" sport=").append(port));
        destinationPort.ifPresent(port -> text.append(" dport=").append(port));
        icmp.ifPresent(echo -> text.append(" type=" + echo.type() + " code=" + echo.code() + " id=" + echo.id()));
        return text.toString();
    }
}
