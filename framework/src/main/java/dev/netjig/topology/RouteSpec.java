package dev.netjig.topology;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route: {@code ip -n red route add default via 192.168.0.1 dev veth2-r}.
 *
 * @param netns the namespace whose packets it routes
 * @param type what it does with a packet
 * @param dst the destinations, without host bits
 * @param via the gateway; if empty, the destinations are neighbours on {@code dev}
 * @param dev the device; if empty, the kernel finds the one that reaches {@code via}
 * @param src the preferred source of packets that the namespace itself sends
 * @param table 1 to 2147483647; the main table (254) if empty
 * @param metric 0 to 2147483647, the smallest wins; the kernel's default (IPv4 0, IPv6 1024) if empty
 * @param hoplimit the initial ttl of packets sent along this route, 1 to 255 ({@code RTAX_HOPLIMIT})
 */
public record RouteSpec(
        String netns,
        RouteType type,
        Cidr dst,
        Optional<InetAddress> via,
        Optional<IfName> dev,
        Optional<InetAddress> src,
        OptionalInt table,
        OptionalInt metric,
        OptionalInt hoplimit)
        implements Spec {

    /** The words after {@code ip route add}: {@code default via 192.168.0.1 dev veth2-r}. */
    public String arguments() {
        StringBuilder text = new StringBuilder(type == RouteType.UNICAST ? "" : type + " ");
        text.append(dst.isDefault() ? "default" : dst);
        via.ifPresent(gateway -> text.append(" via ").append(IpLiteral.format(gateway)));
        dev.ifPresent(device -> text.append(" dev ").append(device));
        src.ifPresent(source -> text.append(" src ").append(IpLiteral.format(source)));
        table.ifPresent(number -> text.append(" table ").append(number));
        metric.ifPresent(number -> text.append(" metric ").append(number));
        hoplimit.ifPresent(number -> text.append(" hoplimit ").append(number));
        return text.toString();
    }

    /** For example {@code route red default via 192.168.0.1}. */
    @Override
    public String toString() {
        return "route " + netns + " " + arguments();
    }

    /** Begins a unicast route in namespace {@code node}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is not default. Only {@link #to} is mandatory, and {@link #via} or {@link #dev} if unicast. */
    public static final class Builder {

        private String netns = Topology.NODE;
        private RouteType type = RouteType.UNICAST;
        private String to = "";
        private String via = "";
        private String dev = "";
        private String src = "";
        private OptionalInt table = OptionalInt.empty();
        private OptionalInt metric = OptionalInt.empty();
        private OptionalInt hoplimit = OptionalInt.empty();

        private Builder() {}

        /** The namespace whose packets it routes. */
        public Builder netns(String netns) {
            this.netns = netns;
            return this;
        }

        /** What it does with a packet. */
        public Builder type(RouteType type) {
            this.type = type;
            return this;
        }

        /** The destinations: a prefix, an address, or {@code default} (IPv6 if {@code via} or {@code src} is). */
        public Builder to(String destination) {
            this.to = destination;
            return this;
        }

        /** The gateway; empty for none. */
        public Builder via(String gateway) {
            this.via = gateway;
            return this;
        }

        /** The device; empty for none. */
        public Builder dev(String device) {
            this.dev = device;
            return this;
        }

        /** The preferred source; empty for the kernel's choice. */
        public Builder src(String source) {
            this.src = source;
            return this;
        }

        /** The routing table. */
        public Builder table(int table) {
            this.table = OptionalInt.of(table);
            return this;
        }

        /** The metric; of two routes to the same destinations the smaller wins. */
        public Builder metric(int metric) {
            this.metric = OptionalInt.of(metric);
            return this;
        }

        /** The initial ttl of packets sent along this route. */
        public Builder hoplimit(int hops) {
            this.hoplimit = OptionalInt.of(hops);
            return this;
        }

        String to() {
            return to;
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if an element cannot be read or the destination is missing
         */
        public RouteSpec build() {
            Elements elements = new Elements();
            if (to.isEmpty()) {
                elements.missing("to", "a route needs its destinations: default, 10.0.0.0/8, 10.0.0.1");
            }
            Optional<Cidr> dst = elements.readOptional("to", to, Cidr::parse);
            Optional<InetAddress> gateway = elements.readOptional("via", via, IpLiteral::parse);
            Optional<IfName> device = elements.readOptional("dev", dev, IfName::new);
            Optional<InetAddress> source = elements.readOptional("src", src, IpLiteral::parse);
            elements.check();
            return new RouteSpec(
                    netns,
                    type,
                    family(dst.orElseThrow(), gateway.or(() -> source)),
                    gateway,
                    device,
                    source,
                    table,
                    metric,
                    hoplimit);
        }

        /** The word "default" has no family of its own; like {@code ip route}, takes it from the gateway. */
        private Cidr family(Cidr dst, Optional<InetAddress> neighbour) {
            boolean ipv6 =
                    neighbour.filter(address -> Cidr.host(address).isIpv6()).isPresent();
            return to.equals("default") && ipv6 ? Cidr.DEFAULT_V6 : dst;
        }
    }
}
