package dev.netjig.suites.readme;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** README.md shows the explanation that a test fails with; it must be the one that netjig gives. */
class ExplanationTests extends TwoNamespacesOnABridgeTests {

    @Override
    @Test
    @ChainPolicy(chain = FORWARD, target = DROP)
    void forward_drop_stops_bridged_packets_too(@Netns("red") NetworkNamespace red) {
        Throwable failure = catchThrowable(() -> assertThat(red).canReach("192.168.0.3"));

        String message = String.valueOf(failure.getMessage())
                .replace("ExplanationTests#", "TwoNamespacesOnABridgeTests#")
                .strip();
        assertThat(Markdown.of("README.md").blocks(""))
                .map(ExplanationTests::withoutTimes)
                .contains(withoutTimes(message));
    }

    /** Times differ from run to run; the kernel's own word on the drop needs root, and its functions have versions. */
    private static String withoutTimes(String text) {
        return text.replaceAll("within \\d+ ms", "within N ms")
                .replaceAll("\n    kfree_skb: [^\n]*", "")
                .replaceAll("\n  not looked at:\n    tracepoint kfree_skb: [^\n]*", "");
    }
}
