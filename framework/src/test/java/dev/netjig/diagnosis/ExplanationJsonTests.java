package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExplanationJsonTests {

    @Test
    void tells_what_the_text_tells() {
        Explanation explanation = new Explanation(
                new PingResult(
                        "red",
                        IpLiteral.parse("8.8.8.8"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Duration.ofSeconds(1)),
                List.of(
                        new Sighting(1, "node", "br0", Direction.HOST, request("192.168.0.2", 64)),
                        new Sighting(2, "node", "eth0", Direction.OUTGOING, request("10.0.0.2", 63))),
                new Cause.Dropped(
                        "node",
                        new Culprit.Rule(
                                "postrouting",
                                "ip t c",
                                "oifname \"eth0\" drop",
                                2,
                                OptionalLong.of(7),
                                Optional.of("netjig: @FirewallRule on class X"))),
                Confidence.PROVEN,
                List.of(new Evidence("nftrace", "in node, verdict drop")),
                List.of("trace of iptables-legacy in red: refused"));

        assertThat(explanation.json()).isEqualTo("""
                {"from":"red","to":"8.8.8.8","outcome":"no reply within 1000 ms","confidence":"proven","tier":0,\
                "cause":{"kind":"Dropped","summary":"node: the rule \\"oifname \\"eth0\\" drop\\" of chain ip t c \
                (netjig: @FirewallRule on class X) dropped it","netns":"node","dev":"eth0","stage":"postrouting"},\
                "culprit":{"hook":"postrouting","chain":"ip t c","rule":"oifname \\"eth0\\" drop","number":2,\
                "handle":7,"author":"netjig: @FirewallRule on class X"},\
                "hops":[{"netns":"node","dev":"br0","direction":"rx",\
                "packet":"192.168.0.2 > 8.8.8.8 echo request ttl 64",\
                "source":"192.168.0.2","destination":"8.8.8.8","ttl":64},\
                {"netns":"node","dev":"eth0","direction":"tx","packet":"10.0.0.2 > 8.8.8.8 echo request ttl 63",\
                "source":"10.0.0.2","destination":"8.8.8.8","ttl":63,"rewritten":"source 192.168.0.2 → 10.0.0.2"}],\
                "evidence":[{"witness":"nftrace","saw":"in node, verdict drop"}],\
                "notLookedAt":["trace of iptables-legacy in red: refused"],\
                "remedy":"ip netns exec node nft delete rule ip t c handle 7"}""");
    }

    private static Packet request(String source, int ttl) {
        return new Packet.Ip(
                IpLiteral.parse(source),
                IpLiteral.parse("8.8.8.8"),
                ttl,
                7,
                1,
                84,
                Optional.of(new Packet.Icmp(false, 8, 0, 1, 1, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }
}
