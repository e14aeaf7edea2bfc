package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.topology.IpLiteral;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class ConntrackTests {

    @Test
    void a_namespace_without_rules_tracks_nothing() {
        try (Testbed testbed = Testbed.create(Networks.pair().build())) {
            Ping.of(testbed.netns("red"), "192.168.0.1").send();

            assertThat(testbed.node().conntrack()).isEmpty();
        }
    }

    @Test
    void tells_what_conntrack_tells_for_both_families_and_forgets_it() {
        try (Testbed testbed = Testbed.create(Networks.pair().build())) {
            testbed.node()
                    .nft("table inet t { chain c { type filter hook input priority 0; ct state invalid drop; }; }");
            NetworkNamespace red = testbed.netns("red");
            testbed.node()
                    .exec("ip", "address", "add", "2001:db8::1/64", "dev", "veth1-r", "nodad")
                    .orThrow();
            red.exec("ip", "address", "add", "2001:db8::2/64", "dev", "veth2-r", "nodad")
                    .orThrow();
            Ping.of(red, "192.168.0.1").send();
            Ping.of(red, "2001:db8::1").send();

            assertThat(testbed.node().conntrack())
                    .extracting(ConntrackEntry::protocolName)
                    .contains("icmp", "icmpv6");
            assertThat(testbed.node().conntrack())
                    .filteredOn(entry -> entry.protocolName().equals("icmp"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.seenSource()).isEqualTo(IpLiteral.parse("192.168.0.2")));

            testbed.node().flushConntrack();

            assertThat(testbed.node().conntrack()).isEmpty();
        }
    }
}
