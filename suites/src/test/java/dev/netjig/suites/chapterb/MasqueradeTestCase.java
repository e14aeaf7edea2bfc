package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Ping;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** The document's network at its end, whichever tool masquerades. */
@ReachingTheInternet
abstract class MasqueradeTestCase {

    private static final String OUTSIDE = "8.8.8.8";

    @Test
    void red_is_answered(@Netns("red") NetworkNamespace red) {
        assertThat(red).canReach(OUTSIDE).withTtl(103);
    }

    @Test
    void blue_is_answered(@Netns("blue") NetworkNamespace blue) {
        assertThat(blue).canReach(OUTSIDE).withTtl(103);
    }

    /** One more than red sees: the difference is the node, which routed red's packet. */
    @Test
    void the_node_itself_sees_ttl_104(@Netns("node") NetworkNamespace node) {
        assertThat(node).canReach(OUTSIDE).withTtl(104);
    }

    @Test
    void the_outside_sees_only_the_node(
            @Netns("red") NetworkNamespace red,
            @Netns("blue") NetworkNamespace blue,
            @Netns("internet") NetworkNamespace internet) {
        assertThat(internet).whenPingedBy(red, OUTSIDE).seesSource("10.0.0.2").withTtl(63);
        assertThat(internet).whenPingedBy(blue, OUTSIDE).seesSource("10.0.0.2").withTtl(63);
    }

    @Test
    void the_node_remembers_whose_it_was(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
        try (EchoExchange exchange = Ping.of(red, OUTSIDE).open()) {
            exchange.send();
            assertThat(exchange.await(Ping.of(red, OUTSIDE).timeout())).isTrue();

            assertThat(node.exec("conntrack", "-L", "-p", "icmp").orThrow().stdout())
                    .containsPattern("src=192.168.0.2 dst=8.8.8.8 type=8 code=0 id=" + exchange.id()
                            + " src=8.8.8.8 dst=10.0.0.2 type=0 code=0 id=\\d+");
        }
    }
}
