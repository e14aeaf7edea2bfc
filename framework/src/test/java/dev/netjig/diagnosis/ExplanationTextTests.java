package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTests {

    private static final InetAddress RED = IpLiteral.parse("192.168.0.2");
    private static final InetAddress BLUE = IpLiteral.parse("192.168.0.3");

    private static final Packet REQUEST = new Packet.Ip(
            RED,
            BLUE,
            64,
            7,
            1,
            84,
            Optional.of(new Packet.Icmp(false, 8, 0, 1, 1, Optional.empty(), Optional.empty())),
            Optional.empty(),
            Optional.empty());

    private static PingResult silence() {
        return new PingResult("red", BLUE, Optional.empty(), Optional.empty(), List.of(), Duration.ofSeconds(1));
    }

    @Test
    void shows_verdict_path_evidence_and_remedy() {
        Explanation explanation = new Explanation(
                silence(),
                List.of(
                        new Sighting(1, "red", "veth2-r", Direction.OUTGOING, REQUEST),
                        new Sighting(2, "node", "veth1-r", Direction.OTHERHOST, REQUEST)),
                new Cause.Dropped(
                        "node",
                        new Culprit.Policy(
                                "forward", "ip netjig FORWARD", Optional.of("netjig: @ChainPolicy on class X"))),
                Confidence.PROVEN,
                List.of(new Evidence("nftrace", "in node, verdict drop")),
                List.of());

        assertThat(explanation.text()).isEqualTo("""
                ping red → 192.168.0.3: no reply within 1000 ms
                  cause (proven): node: the policy of chain ip netjig FORWARD (netjig: @ChainPolicy on class X) dropped it
                  path:
                    tx red/veth2-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                    rx node/veth1-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                  evidence:
                    nftrace: in node, verdict drop
                  remedy: ip netns exec node nft 'chain ip netjig FORWARD { policy accept; }'""");
    }

    @Test
    void says_when_nothing_was_seen_and_what_was_not_looked_at() {
        Explanation explanation = new Explanation(
                new PingResult("red", BLUE, Optional.of(Errno.EPERM), Optional.empty(), List.of(), Duration.ZERO),
                List.of(),
                new Cause.Dropped("red", new Culprit.Unseen("output")),
                Confidence.INFERRED,
                List.of(),
                List.of("trace of the packet filter in red: no libnftables"));

        assertThat(explanation.text()).isEqualTo("""
                ping red → 192.168.0.3: not sent: EPERM, Operation not permitted
                  cause (inferred): red: a packet filter at hook OUTPUT dropped it
                  path: nothing was seen on any device
                  evidence: none
                  not looked at:
                    trace of the packet filter in red: no libnftables
                  remedy: ip netns exec red nft list ruleset""");
    }

    @Test
    void fits_into_one_line() {
        Explanation explanation = new Explanation(
                silence(), List.of(), new Cause.LinkDown("blue", "veth2-b"), Confidence.PROVEN, List.of(), List.of());

        assertThat(explanation.line()).isEqualTo("red cannot reach 192.168.0.3: the link blue/veth2-b is down");
    }
}
