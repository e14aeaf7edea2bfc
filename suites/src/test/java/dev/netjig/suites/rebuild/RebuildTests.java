package dev.netjig.suites.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.suites.support.KernelState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import dev.netjig.topology.plan.WriteSysctl;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Without Java, by a script, every scenario's topology is the same in the kernel. */
class RebuildTests {

    /** Raise it as scenarios are added: its use is to notice that none were found. */
    private static final int FEWEST_TOPOLOGIES = 20;

    static Stream<Arguments> topologies() {
        return ScenarioTopologies.all().entrySet().stream()
                .map(entry -> Arguments.of(Named.of(entry.getValue(), entry.getKey())));
    }

    @Test
    void there_are_enough_topologies() {
        assertThat(ScenarioTopologies.all()).hasSizeGreaterThan(FEWEST_TOPOLOGIES);
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void the_script_ends_in_the_state_that_netjig_builds(Topology topology) {
        try (Testbed testbed = Testbed.create(topology);
                Rebuilt rebuilt = Rebuilt.by(topology)) {
            assertThat(state(topology, rebuilt.namespaces())).isEqualTo(state(topology, testbed.namespaces()));
        }
    }

    /** The namespaces in the topology's order: those of the script have other names. */
    private static List<String> state(Topology topology, List<NetworkNamespace> namespaces) {
        Stream<String> kernel = KernelState.of(namespaces).stream();
        Stream<String> sysctls = topology.plan().steps().stream()
                .filter(WriteSysctl.class::isInstance)
                .map(WriteSysctl.class::cast)
                .map(written -> written.netns() + ": " + written.key() + " = "
                        + namespaces
                                .get(topology.namespaces().indexOf(written.netns()))
                                .sysctl(written.key()));
        return Stream.concat(kernel, sysctls)
                .map(line -> line.replace("node#2", "node"))
                .sorted()
                .distinct()
                .toList();
    }
}
