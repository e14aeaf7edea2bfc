package dev.netjig.kernel.nfnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.MalformedMessageException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NftTraceLogTests {

    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    static List<String> goldens() {
        return Golden.names(NftTraceLogTests.class).stream()
                .filter(name -> name.startsWith("trace-"))
                .toList();
    }

    private static List<NftTraceEvent> log(String golden) {
        NftTraceLog log = new NftTraceLog();
        Golden.datagrams(NftTraceLogTests.class, golden).forEach(log::add);
        return log.events();
    }

    @Test
    void is_empty_at_first() {
        assertThat(new NftTraceLog().events()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void knows_the_packet_of_every_event(String golden) {
        assertThat(log(golden))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.headers()).isPresent());
    }

    @Test
    void knows_the_packet_of_a_policy_that_came_without_it() {
        List<NftTraceEvent> events = log("trace-policy-drop");

        assertThat(events.get(events.size() - 1).headers())
                .isEqualTo(events.get(0).headers());
    }

    @Test
    void tells_packets_apart_whose_events_interleave() {
        List<NftTraceEvent> events = log("trace-reject");

        // The ICMP error that the reject rule sends passes all chains before the rule's own verdict is reported.
        assertThat(protocols(events)).startsWith(6, 6, 6, 6, 6, 1).endsWith(1, 6);
    }

    @Test
    void passes_over_other_messages() {
        NftTraceLog log = new NftTraceLog();

        log.add(Golden.datagram(Golden.class, "acknowledgement"));

        assertThat(log.events()).isEmpty();
    }

    @Test
    void refuses_what_is_cut_short() {
        byte[] datagram =
                Golden.datagrams(NftTraceLogTests.class, "trace-rule-drop").get(0);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> new NftTraceLog().add(Arrays.copyOf(datagram, datagram.length - 4)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void survives_damaged_messages(String golden) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (byte[] datagram : Golden.datagrams(NftTraceLogTests.class, golden)) {
            for (int i = 0; i < 500; i++) {
                byte[] mutant = Arrays.copyOf(datagram, random.nextInt(1, datagram.length + 8));
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                try {
                    NftTraceLog log = new NftTraceLog();
                    log.add(mutant);
                    log.events().forEach(NftTraceEvent::toString);
                } catch (MalformedMessageException expected) {
                    // its own exception
                } catch (RuntimeException other) {
                    fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(mutant), other);
                }
            }
        }
    }

    private static List<Integer> protocols(List<NftTraceEvent> events) {
        return events.stream()
                .map(event -> (int) event.headers().orElseThrow().bytes()[9])
                .toList();
    }
}
