package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static dev.netjig.topology.Target.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.probe.Sighting;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From one container to another, on the same bridge and on different ones, and to the world. */
@DockerNetwork
class BetweenContainers {

    private static final String DB = "172.17.0.3";
    private static final String INGRESS = "172.18.0.2";
    private static final String OUTSIDE = "8.8.8.8";

    @Test
    @Scenario(id = "E1", title = "a container's eth0 leads by its veth, docker0 and the node's NIC to the world")
    void the_way_to_the_world_and_back(@Netns("web") NetworkNamespace web) {
        assertThat(Diagnosis.observe(Ping.of(web, OUTSIDE)).path())
                .extracting(Sighting::toString)
                .containsExactly(
                        "tx web/eth0 172.17.0.5 > 8.8.8.8 echo request ttl 64",
                        "rx node/veth0b4 172.17.0.5 > 8.8.8.8 echo request ttl 64",
                        "rx node/docker0 172.17.0.5 > 8.8.8.8 echo request ttl 64",
                        "tx node/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63",
                        "rx internet/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63",
                        "tx internet/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104",
                        "rx node/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104",
                        "tx node/docker0 8.8.8.8 > 172.17.0.5 echo reply ttl 103",
                        "tx node/veth0b4 8.8.8.8 > 172.17.0.5 echo reply ttl 103",
                        "rx web/eth0 8.8.8.8 > 172.17.0.5 echo reply ttl 103");
    }

    @Nested
    @Scenario(id = "E1.1", title = "on one bridge ttl 64 and the sender itself; between bridges ttl 63, masqueraded")
    class Bridges {

        @Test
        void on_one_bridge(@Netns("web") NetworkNamespace web, @Netns("db") NetworkNamespace db) {
            assertThat(web).canReach(DB).withTtl(64);
            assertThat(db).whenPingedBy(web, DB).seesSource("172.17.0.5");
        }

        @Test
        void between_bridges(@Netns("web") NetworkNamespace web, @Netns("ingress") NetworkNamespace ingress) {
            assertThat(web).canReach(INGRESS).withTtl(63);
            assertThat(ingress).whenPingedBy(web, INGRESS).seesSource("172.18.0.1");
        }

        @Test
        void to_the_world(@Netns("ingress") NetworkNamespace ingress, @Netns("internet") NetworkNamespace internet) {
            assertThat(ingress).canReach(OUTSIDE).withTtl(103);
            assertThat(internet).whenPingedBy(ingress, OUTSIDE).seesSource("10.0.0.2");
        }
    }

    @Nested
    @Sysctl(key = "net.ipv4.ip_forward", value = "0")
    @Scenario(id = "E1.2", title = "ip_forward=0 leaves containers of one bridge to themselves")
    class WithoutIpForward {

        @Test
        void on_one_bridge(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach(DB).withTtl(64);
        }

        @Test
        void between_bridges(@Netns("web") NetworkNamespace web) {
            assertThat(web).cannotReach(INGRESS).because(notForwarding("node"));
        }

        @Test
        void to_the_world(@Netns("web") NetworkNamespace web) {
            assertThat(web).cannotReach(OUTSIDE).because(notForwarding("node"));
        }
    }

    /** Docker sets FORWARD to DROP and accepts what it knows; "icc" is the rule for one bridge among them. */
    @Nested
    @ChainPolicy(chain = FORWARD, target = DROP)
    @FirewallRule(raw = "add rule ip netjig FORWARD oifname \"docker0\" ct state related,established accept")
    @FirewallRule(chain = FORWARD, iifname = "docker0", oifname = "eth0", target = ACCEPT)
    @Scenario(
            id = "E1.3",
            title = "with Docker's FORWARD DROP one bridge needs the icc rule only where bridge-nf is on")
    class ForwardDrop {

        @Test
        void the_world_is_reached(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach(OUTSIDE).withTtl(103);
        }

        @Test
        @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
        void without_icc_db_is_not(@Netns("web") NetworkNamespace web) {
            assertThat(web).cannotReach(DB).because(droppedBy("node", FORWARD_POLICY));
        }

        @Test
        @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "0")
        void without_icc_and_bridge_nf_it_is(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach(DB).withTtl(64);
        }

        @Test
        @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
        @FirewallRule(chain = FORWARD, iifname = "docker0", oifname = "docker0", target = ACCEPT)
        void with_icc_it_is(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach(DB).withTtl(64);
        }
    }
}
