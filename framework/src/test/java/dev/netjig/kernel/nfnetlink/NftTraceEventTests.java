package dev.netjig.kernel.nfnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class NftTraceEventTests {

    private static List<NftTraceEvent> events(String golden) {
        return Golden.messages(NftTraceEventTests.class, golden).stream()
                .flatMap(message -> NftTraceEvent.parse(message).stream())
                .toList();
    }

    @Test
    void reads_like_nft() {
        assertThat(events("trace-accepted").subList(0, 8))
                .extracting(NftTraceEvent::toString)
                .containsExactly(
                        "ip netjig_trace output rule handle 2 (verdict continue)",
                        "ip netjig_trace output rule (verdict continue)",
                        "ip netjig_trace output policy (verdict accept)",
                        "ip netjig OUTPUT rule handle 6 (verdict jump sub)",
                        "ip netjig sub rule handle 4 (verdict return)",
                        "ip netjig OUTPUT rule (verdict continue)",
                        "ip netjig OUTPUT policy (verdict accept)",
                        "ip netjig INPUT rule handle 5 (verdict accept)");
    }

    @Test
    void names_the_rule_that_dropped() {
        NftTraceEvent last = last("trace-rule-drop");

        assertThat(last).hasToString("ip netjig INPUT rule handle 8 (verdict drop)");
        assertThat(last.dropped()).isTrue();
        assertThat(last.byPolicy()).isFalse();
        assertThat(last.ruleHandle()).hasValue(8);
    }

    @Test
    void names_the_chain_whose_policy_dropped() {
        NftTraceEvent last = last("trace-policy-drop");

        assertThat(last).hasToString("ip netjig INPUT policy (verdict drop)");
        assertThat(last.dropped()).isTrue();
        assertThat(last.byPolicy()).isTrue();
        assertThat(last.ruleHandle()).isEmpty();
    }

    @Test
    void calls_a_rejected_packet_dropped() {
        assertThat(last("trace-reject")).hasToString("ip netjig OUTPUT rule handle 9 (verdict drop)");
    }

    @Test
    void has_mark_and_family_of_the_packet() {
        NftTraceEvent last = last("trace-ip6-policy-drop");

        assertThat(last.family()).isEqualTo("ip6");
        assertThat(last.mark()).hasValue(7);
    }

    @Test
    void has_the_devices_of_the_packet() {
        List<NftTraceEvent> events = events("trace-rule-drop");

        assertThat(events.get(0).oif()).hasValue(1);
        assertThat(events.get(0).iif()).isEmpty();
        assertThat(last("trace-rule-drop").iif()).hasValue(1);
    }

    @Test
    void has_the_headers_of_an_ipv4_packet() {
        PacketHeaders headers = events("trace-rule-drop").get(0).headers().orElseThrow();

        assertThat(headers.etherType()).isEqualTo(0x0800);
        // IPv4 from 127.0.0.1 to 127.0.0.1; ICMP echo request, id 0x0549, sequence 1
        assertThat(headers)
                .hasToString("450000541cc2400040011fe57f0000017f000001" + "0800eaf605490001dcdb056b0000000059a50d00");
    }

    @Test
    void has_the_headers_of_an_ipv6_packet() {
        PacketHeaders headers = events("trace-ip6-policy-drop").get(0).headers().orElseThrow();

        assertThat(headers.etherType()).isEqualTo(0x86dd);
        assertThat(headers.bytes()).hasSize(40 + 20);
    }

    @Test
    void is_no_other_message() {
        assertThat(Golden.messages(Golden.class, "acknowledgement"))
                .allSatisfy(message -> assertThat(NftTraceEvent.parse(message)).isEmpty());
    }

    @Test
    void of_a_verdict_that_is_new_to_netjig_is_unknown() {
        assertThat(Verdict.of(99)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.of(-99)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void of_a_queue_verdict_has_the_number_of_the_queue_cut_off() {
        assertThat(Verdict.of(5 << 16 | 3)).isEqualTo(Verdict.QUEUE);
    }

    private static NftTraceEvent last(String golden) {
        List<NftTraceEvent> events = events(golden);
        return events.get(events.size() - 1);
    }
}
