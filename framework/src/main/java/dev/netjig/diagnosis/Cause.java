package dev.netjig.diagnosis;

import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;

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
    record NotForwarding(String netns, String dev) implements Cause {
        @Override
        public String summary() {
            return netns + " does not forward: it is not the packet's destination and net.ipv4.ip_forward (or " + dev
                    + "'s forwarding) is 0";
        }

        @Override
        public String remedy() {
            return "ip netns exec " + netns + " sysctl -w net.ipv4.ip_forward=1";
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
