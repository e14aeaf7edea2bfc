package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Ping;
import dev.netjig.probe.Probe;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One watch over several probes: each is told by itself. */
@NeedsNamespaces
class SeveralProbesTests {

    @ParameterizedTest
    @EnumSource
    void each_has_its_own_cause(FirewallBackend backend) {
        try (Testbed testbed = Testbed.create(Networks.bridge()
                .firewall(backend)
                .chainPolicy(chain -> chain.netns("blue").chain(Chain.INPUT).policy(Policy.DROP))
                .build())) {
            NetworkNamespace red = testbed.netns("red");

            List<Observation> seen = Diagnosis.observe(List.of(
                    Ping.of(red, "192.168.0.1"),
                    Ping.of(red, "192.168.0.3"),
                    Probe.of(red, Endpoint.tcp("192.168.0.1", 80)),
                    Probe.of(red, Endpoint.tcp("192.168.0.3", 80)),
                    Ping.of(testbed.node(), "192.168.0.3")));

            assertThat(seen)
                    .extracting(observation -> observation
                            .explanation()
                            .map(explanation -> explanation.cause().toString().replaceAll("\\[.*", ""))
                            .orElse("answered"))
                    .containsExactly("answered", "Dropped", "PortClosed", "Dropped", "Dropped");
        }
    }

    @Test
    void none_are_none() {
        assertThat(Diagnosis.observe(List.of())).isEmpty();
    }

    @Test
    void they_are_of_one_testbed() {
        try (Testbed one = Testbed.create(Networks.pair().build());
                Testbed other = Testbed.create(Networks.pair().build())) {
            List<Probe> probes = List.of(Ping.of(one.node(), "192.168.0.2"), Ping.of(other.node(), "192.168.0.2"));

            assertThatThrownBy(() -> Diagnosis.observe(probes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the probes are not of one testbed: ");
        }
    }
}
