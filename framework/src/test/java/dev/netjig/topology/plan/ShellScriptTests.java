package dev.netjig.topology.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each golden file was run by dash with iproute2 6.1: red reached 8.8.8.8's side of the bridge, and nothing else changed. */
class ShellScriptTests {

    @ParameterizedTest
    @EnumSource
    void two_namespaces_on_a_bridge(FirewallBackend backend) throws IOException {
        Topology topology = Networks.twoNamespaces()
                .firewall(backend)
                .chainPolicy(c -> c.chain(Chain.FORWARD).policy(Policy.ACCEPT))
                .masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"))
                .build();
        assertThat(topology.toShellScript()).isEqualTo(golden("two-namespaces-" + backend.command() + ".sh"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ShellScriptTests.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
