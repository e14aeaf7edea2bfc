package dev.netjig.diagnosis;

import dev.netjig.probe.Protocol;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/**
 * Why a packet did not arrive: the closed set of what netjig can tell, in the kernel's vocabulary. Every cause names the
 * namespace in which the packet died.
 */
public sealed interface Cause {

    /** The namespace in which the packet died. */
    String netns();

    /** The cause in a few words, after "dropped because …". */
    String summary();

    /** What to do about it, in one line. */
    String remedy();

    /**
     * The sender has no route: {@code sendto} returned ENETUNREACH and nothing was sent
     * ({@code SKB_DROP_REASON_IP_OUTNOROUTES}).
     */
    record NetworkUnreachable(String netns, InetAddress destination) implements Cause {
        @Override
        public String summary() {
            return netns + " has no route to " + IpLiteral.format(destination)
                    + ": sendto() returned ENETUNREACH, nothing was sent";
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " route add default via GATEWAY";
        }
    }

    /** A route of type blackhole, unreachable or prohibit refused it. */
    record RouteRefused(String netns, RouteType type, InetAddress destination) implements Cause {
        @Override
        public String summary() {
            return netns + " has a route of type " + type + " for " + IpLiteral.format(destination);
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " route del " + type + " " + IpLiteral.format(destination);
        }
    }

    /** A chain's policy or rule dropped it silently ({@code SKB_DROP_REASON_NETFILTER_DROP}). */
    record Dropped(String netns, Culprit culprit) implements Cause {
        @Override
        public String summary() {
            return netns + ": " + culprit.describe() + " dropped it";
        }

        @Override
        public String remedy() {
            return culprit.remedy(netns);
        }
    }

    /** A rule refused it and told the sender so with an ICMP error or a TCP reset. */
    record Rejected(String netns, Culprit culprit, String answer) implements Cause {
        @Override
        public String summary() {
            return netns + ": " + culprit.describe() + " rejected it with \"" + answer + "\"";
        }

        @Override
        public String remedy() {
            return culprit.remedy(netns);
        }
    }

    /** It was for somebody else and the namespace does not forward ({@code SKB_DROP_REASON_IP_INADDRERRORS}). */
    record NotForwarding(String netns, String dev, boolean v6) implements Cause {
        /** In IPv4. */
        public NotForwarding(String netns, String dev) {
            this(netns, dev, false);
        }

        @Override
        public String summary() {
            return netns + " does not forward: it is not the packet's destination and " + sysctl() + " (or " + dev
                    + "'s forwarding) is 0";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w " + sysctl() + "=1";
        }

        private String sysctl() {
            return v6 ? "net.ipv6.conf.all.forwarding" : "net.ipv4.ip_forward";
        }
    }

    /** The reverse-path filter did not believe its source ({@code SKB_DROP_REASON_IP_RPFILTER}). */
    record ReversePathFilter(String netns, String dev, InetAddress source) implements Cause {
        @Override
        public String summary() {
            return netns + ": the reverse-path filter of " + dev + " does not expect a packet from "
                    + IpLiteral.format(source) + " there";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf." + dev
                    + ".rp_filter=0, or add a route to " + IpLiteral.format(source) + " by " + dev;
        }
    }

    /** Its source is none that a packet from outside can have ({@code SKB_DROP_REASON_IP_LOCAL_SOURCE} and others). */
    record MartianSource(String netns, String dev, InetAddress source) implements Cause {
        @Override
        public String summary() {
            return netns + " does not believe that a packet from " + IpLiteral.format(source) + " can come in by " + dev
                    + " (martian source)";
        }

        @Override
        public String remedy() {
            return "send it from an address that the sender has and " + netns + " does not: ip address add ADDRESS dev"
                    + " DEVICE";
        }
    }

    /** A router on the way has no route ({@code SKB_DROP_REASON_IP_INNOROUTES}). */
    record NoRoute(String netns, InetAddress destination) implements Cause {
        @Override
        public String summary() {
            return netns + " has no route to " + IpLiteral.format(destination) + " to forward it by";
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " route add " + IpLiteral.format(destination) + " via GATEWAY";
        }
    }

    /** It arrived, but the receiver has no route for the answer. The kernel frees nothing and counts nothing. */
    record NoWayBack(String netns, InetAddress source) implements Cause {
        @Override
        public String summary() {
            return "it arrived in " + netns + ", which has no route back to " + IpLiteral.format(source);
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " route add " + IpLiteral.format(source)
                    + " via GATEWAY, or masquerade the source on the way";
        }
    }

    /** Nobody on the link answered for the next hop's address ({@code SKB_DROP_REASON_NEIGH_FAILED}). */
    record NoNeighbour(String netns, String dev, InetAddress neighbour) implements Cause {
        @Override
        public String summary() {
            return "nobody on " + netns + "/" + dev + " answers " + Solicitation.protocol(neighbour) + " for "
                    + IpLiteral.format(neighbour);
        }

        @Override
        public String remedy() {
            return "give " + IpLiteral.format(neighbour) + " to a host on that link, or correct the route";
        }
    }

    /** A device on the way is down, or has no carrier because its peer is. */
    record LinkDown(String netns, String dev) implements Cause {
        @Override
        public String summary() {
            return "the link " + netns + "/" + dev + " is down";
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " link set dev " + dev + " up";
        }
    }

    /** Its ttl reached zero ({@code SKB_DROP_REASON_IP_INHDR}). */
    record TtlExpired(String netns) implements Cause {
        @Override
        public String summary() {
            return "its ttl expired in " + netns;
        }

        @Override
        public String remedy() {
            return "send with a larger ttl";
        }
    }

    /**
     * It is larger than a device on the way takes and must not be cut: told by EMSGSIZE or by an ICMP error ("frag
     * needed", "packet too big"), or not at all where a bridge port or the other end of a veth is smaller
     * ({@code SKB_DROP_REASON_PKT_TOO_BIG}).
     *
     * @param mtu what {@code dev} takes, in bytes
     */
    record TooBig(String netns, String dev, int mtu) implements Cause {
        @Override
        public String summary() {
            return "it is larger than the mtu of " + netns + "/" + dev + ", " + mtu + " bytes";
        }

        @Override
        public String remedy() {
            return "ip -n " + netns + " link set dev " + dev + " mtu BYTES, or send smaller packets";
        }
    }

    /**
     * It arrived and no socket takes it: the kernel answered with a TCP reset or "port unreachable"
     * ({@code SKB_DROP_REASON_NO_SOCKET}).
     */
    record PortClosed(String netns, Protocol protocol, int port) implements Cause {
        @Override
        public String summary() {
            return "nobody in " + netns + " takes it at port " + port + "/" + protocol;
        }

        @Override
        public String remedy() {
            return "start a program that listens on port " + port + "/" + protocol + " of the address, or of all, in "
                    + netns;
        }
    }

    /** It was delivered to a socket whose program did not answer. Nothing was lost. */
    record Unanswered(String netns, Protocol protocol, int port) implements Cause {
        @Override
        public String summary() {
            return "it was delivered in " + netns + " to port " + port + "/" + protocol + ", which did not answer";
        }

        @Override
        public String remedy() {
            return "look at the program on port " + port + "/" + protocol + " in " + netns;
        }
    }

    /** A sysctl has the receiver ignore echo requests. The kernel frees the request as consumed. */
    record EchoIgnored(String netns, String sysctl) implements Cause {
        @Override
        public String summary() {
            return "it arrived in " + netns + ", which ignores echo requests: " + sysctl + "=1";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w " + sysctl + "=0";
        }
    }

    /** A bridge port does not pass it on: spanning tree blocks it, or both ports are isolated from each other. */
    record BridgePort(String netns, String dev, State state) implements Cause {
        /** What the port does. */
        public enum State {
            /** It exchanges nothing with other isolated ports; {@code bridge link set dev PORT isolated on}. */
            ISOLATED,
            /** Its spanning tree state is another than forwarding; {@code bridge link show}. */
            BLOCKED
        }

        @Override
        public String summary() {
            return "the bridge port " + netns + "/" + dev + " is "
                    + state.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " bridge link set dev " + dev
                    + (state == State.ISOLATED ? " isolated off" : " state 3");
        }
    }

    /**
     * The frame was for another link-layer address than the device has that it was meant for
     * ({@code SKB_DROP_REASON_OTHERHOST}).
     *
     * @param used the address that the sender's neighbour entry has
     */
    record OtherHost(String netns, String dev, MacAddress used) implements Cause {
        @Override
        public String summary() {
            return "its frame was for " + used + ", which is not the address of " + netns + "/" + dev;
        }

        @Override
        public String remedy() {
            return "delete the sender's neighbour entry with lladdr " + used + " (ip neighbour del)";
        }
    }

    /**
     * Routers sent it round until its ttl expired.
     *
     * @param netns where it expired
     * @param round the namespaces that it passed more than once
     */
    record Loop(String netns, List<String> round) implements Cause {
        public Loop {
            round = List.copyOf(round);
        }

        @Override
        public String summary() {
            return "it went round in a loop of " + String.join(", ", round) + " until its ttl expired in " + netns;
        }

        @Override
        public String remedy() {
            return "ip route get, in each of " + String.join(", ", round) + ", shows which route leads back";
        }
    }

    /** An answer came from another address than was asked, so that the sender takes it for somebody else's. */
    record ReplyFromElsewhere(String netns, InetAddress asked, InetAddress answered) implements Cause {
        @Override
        public String summary() {
            return "the answer came to " + netns + " from " + IpLiteral.format(answered) + " instead of "
                    + IpLiteral.format(asked);
        }

        @Override
        public String remedy() {
            return "have the answer pass the namespace that translated the request: masquerade the request there";
        }
    }

    /**
     * It has a route but no address to send from: none, or only tentative ones. IPv6 says {@code EADDRNOTAVAIL}, or
     * nothing at all and asks for no neighbour.
     */
    record NoSourceAddress(String netns, InetAddress destination) implements Cause {
        @Override
        public String summary() {
            return netns + " has no usable address to send to " + IpLiteral.format(destination) + " from";
        }

        @Override
        public String remedy() {
            return "ip -n " + netns
                    + " address add ADDRESS dev DEVICE (IPv6: nodad, or wait until it is not tentative)";
        }
    }

    /** The receiver's address is not usable yet: duplicate address detection is under way, or failed. */
    record TentativeAddress(String netns, String dev, InetAddress address) implements Cause {
        @Override
        public String summary() {
            return IpLiteral.format(address) + " of " + netns + "/" + dev + " is tentative and not answered for";
        }

        @Override
        public String remedy() {
            return "wait until it is not, or ip -n " + netns + " address add … nodad";
        }
    }

    /** IPv6 is switched off at the device where it came in ({@code SKB_DROP_REASON_IPV6DISABLED}). */
    record Ipv6Disabled(String netns, String dev) implements Cause {
        @Override
        public String summary() {
            return netns + "/" + dev + " has IPv6 switched off";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w net.ipv6.conf." + dev + ".disable_ipv6=0";
        }
    }

    /** Its destination is one that no packet from outside can have, 127.0.0.0/8 ({@code SKB_DROP_REASON_IP_LOCALNET}). */
    record MartianDestination(String netns, String dev, InetAddress destination) implements Cause {
        @Override
        public String summary() {
            return netns + " takes no packet for " + IpLiteral.format(destination) + " from outside, by " + dev
                    + " (martian destination)";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w net.ipv4.conf." + dev + ".route_localnet=1";
        }
    }

    /** The evidence does not decide. */
    record Unknown(String netns, String lastSeen) implements Cause {
        @Override
        public String summary() {
            return "unknown; last seen: " + lastSeen;
        }

        @Override
        public String remedy() {
            return "look at netns " + netns + " by hand";
        }
    }
}
