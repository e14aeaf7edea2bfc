package dev.netjig.suites.readme;

import static dev.netjig.assertions.NetjigAssertions.assertThat;

import dev.netjig.jupiter.TestbedExtension;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyNamespacesTests {

    @RegisterExtension
    final TestbedExtension net = TestbedExtension.of(star(20));

    private static Topology star(int size) {
        Topology.Builder star = Topology.builder().bridge("br0", bridge -> bridge.address("10.0.0.254/24"));
        for (int i = 1; i <= size; i++) {
            String host = "host" + i;
            String address = "10.0.0." + i + "/24";
            star.netns(host)
                    .vethPair(
                            "veth" + i,
                            pair -> pair.master("br0")
                                    .peer("eth0", peer -> peer.netns(host).address(address)));
        }
        return star.build();
    }

    @Test
    void the_first_reaches_the_last() {
        assertThat(net.netns("host1")).canReach("10.0.0.20");
    }
}
