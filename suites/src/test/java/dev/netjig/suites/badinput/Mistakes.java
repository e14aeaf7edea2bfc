package dev.netjig.suites.badinput;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.Policy.ACCEPT;
import static dev.netjig.topology.Policy.DROP;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Test classes with something wrong in each. */
final class Mistakes {

    private Mistakes() {}

    @ChainPolicy(chain = FORWARD, target = DROP)
    @ChainPolicy(chain = FORWARD, target = ACCEPT)
    static class ContradictionTestCase {
        @Test
        void test() {}
    }

    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    static class MethodAgainstItselfTestCase {
        @Test
        @Sysctl(key = "net.ipv4.ip_forward", value = "0")
        @Sysctl(key = "net.ipv4.ip_forward", value = "1")
        void test() {}
    }

    @Netns("red")
    @VethPair(name = "veth1", peer = @Peer(name = "veth2", netns = "rde"))
    static class UnknownNamespaceTestCase {
        @Test
        void test() {}
    }

    @Netns("red")
    @VethPair(name = "veth1", master = "br1", peer = @Peer(name = "veth2", netns = "red"))
    @Bridge(name = "br0")
    static class UnknownBridgeTestCase {
        @Test
        void test() {}
    }

    @Netns("red")
    static class UnknownParameterTestCase {
        @Test
        void test(@Netns("green") NetworkNamespace green) {}
    }

    @Netns("red")
    @Netns("red")
    @Bridge(name = "a-name-of-16-byt")
    @Route(netns = "red", to = "default", via = "192.168.0.256")
    static class ManyMistakesTestCase {
        @Test
        void test() {}
    }

    @Netns("red")
    @VethPair(
            name = "veth1",
            address = "192.168.0.1/24",
            peer = @Peer(name = "veth2", netns = "red", address = "192.168.0.2/24"))
    static class RouteThatTheKernelRefusesTestCase {
        @Test
        @Route(netns = "red", to = "default", via = "10.0.0.1")
        void test() {}
    }

    @FirewallRule(raw = "add rule ip netjig FORWARD icmp typo drop")
    static class RuleThatNftRefusesTestCase {
        @Test
        void test() {}
    }

    @FirewallRule(raw = "-A FORWARD -j NOWHERE", backend = IPTABLES_LEGACY)
    static class RuleThatIptablesRefusesTestCase {
        @Test
        void test() {}
    }

    @Netns("red")
    static class NothingWrongTestCase {
        @Test
        void test() {}
    }

    @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_LEGACY)
    static class NeedsIptablesTestCase {
        @Test
        void test() {}
    }

    @ChainPolicy(chain = FORWARD, target = DROP)
    static class NeedsNftablesTestCase {
        @Test
        void test() {}
    }

    @Netns("red")
    static class HangingCommandTestCase {
        @Test
        void test(@Netns("red") NetworkNamespace red) {
            red.command("sh", "-c", "echo waiting; echo for what >&2; sleep 600 & setsid sleep 600 & sleep 600")
                    .timeout(Duration.ofMillis(500))
                    .run();
        }
    }

    @Netns("red")
    static class FailingCommandTestCase {
        @Test
        void test(@Netns("red") NetworkNamespace red) {
            red.shell("ip link add br0 type bridge\nip link set dev br1 up\necho never")
                    .orThrow();
        }
    }
}
