package dev.netjig.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule in netjig's words, equal for every backend. Matches all of what is present. IPv4.
 *
 * @param chain the chain that it is appended to
 * @param source the sources of the packets, {@code -s}
 * @param destination their destinations, {@code -d}
 * @param protocol {@code tcp}, {@code udp}, {@code udplite}, {@code icmp}, {@code sctp}, {@code esp}, {@code ah} or a
 *     number from 1 to 255, {@code -p}
 * @param dport their destination port, 1 to 65535, {@code --dport}; only with protocol tcp or udp
 * @param iifname the device that they came in by, {@code -i}; not in OUTPUT and POSTROUTING
 * @param oifname the device that they leave by, {@code -o}; not in PREROUTING and INPUT
 * @param target what happens to them, {@code -j}
 * @param rejectWith what a REJECT tells the sender; port-unreachable if empty
 */
public record TypedRule(
        Chain chain,
        Optional<Cidr> source,
        Optional<Cidr> destination,
        Optional<String> protocol,
        OptionalInt dport,
        Optional<IfName> iifname,
        Optional<IfName> oifname,
        Target target,
        Optional<RejectWith> rejectWith)
        implements RuleBody {

    /** For example {@code FORWARD source 192.168.0.2/32 protocol tcp dport 80 REJECT tcp-reset}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(chain.name());
        iifname.ifPresent(device -> text.append(" iifname ").append(device));
        oifname.ifPresent(device -> text.append(" oifname ").append(device));
        source.ifPresent(cidr -> text.append(" source ").append(cidr));
        destination.ifPresent(cidr -> text.append(" destination ").append(cidr));
        protocol.ifPresent(name -> text.append(" protocol ").append(name));
        dport.ifPresent(port -> text.append(" dport ").append(port));
        text.append(' ').append(target);
        rejectWith.ifPresent(answer -> text.append(' ').append(answer.iptables()));
        return text.toString();
    }
}
