package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Ping;
import dev.netjig.probe.Sighting;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class HopTests {

    @Test
    void marks_where_nat_rewrote_the_request_and_the_answer() {
        try (Testbed testbed = Testbed.create(Networks.masqueradedInternet().build())) {
            List<Hop> hops =
                    Diagnosis.observe(Ping.of(testbed.netns("red"), "8.8.8.8")).hops();

            assertThat(hops.stream().flatMap(hop -> hop.rewritten().stream()))
                    .containsExactly("source 192.168.0.2 → 10.0.0.2", "destination 10.0.0.2 → 192.168.0.2");
            assertThat(hops.stream().map(Hop::seen).map(Sighting::packet)).allMatch(Packet.Ip.class::isInstance);
        }
    }
}
