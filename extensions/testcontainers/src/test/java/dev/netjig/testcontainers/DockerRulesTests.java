package dev.netjig.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Culprit;
import dev.netjig.probe.Packet;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which network or option made a rule; net-a and net-b are networks of Docker's, and web is a container in net-b. */
class DockerRulesTests {

    private static final List<DockerNetwork> NETWORKS = List.of(
            new DockerNetwork("net-a", "br-a", List.of(Cidr.parse("172.20.0.0/16")), Map.of()),
            new DockerNetwork(
                    "net-b", "br-b", List.of(Cidr.parse("172.21.0.0/16")), Map.of(address("172.21.0.2"), "web")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCKER-ISOLATION-STAGE-2 | -o br-b -j DROP                         | isolation between networks net-a and net-b
            FORWARD                  | -i br-a -o br-a -j DROP                 | icc=false of network net-a
            DOCKER                   | -i br-a -o br-a -j DROP                 | icc=false of network net-a
            DOCKER-ISOLATION-STAGE-1 | ! -d 172.20.0.0/16 -i br-a -j DROP      | network net-a is internal (--internal)
            DOCKER-ISOLATION-STAGE-1 | ! -s 172.21.0.0/16 -o br-b -j DROP      | network net-b is internal (--internal)
            DOCKER-INTERNAL          | ! -s 172.21.0.0/16 -o br-b -j DROP      | network net-b is internal (--internal)
            DOCKER                   | ! -i br-b -o br-b -j DROP               | port 80 of container web in network net-b is not published
            DOCKER-USER              | -j DROP                                 | chain DOCKER-USER is for rules of the user's own
            """)
    void a_rule_says_why(String chain, String text, String purpose) {
        assertThat(comment(rule("ip filter " + chain, text), "172.20.0.2", "172.21.0.2", 80))
                .contains("Docker: " + purpose);
    }

    @ParameterizedTest
    @CsvSource({
        "172.21.0.2, 80, port 80 of container web in network net-b is not published",
        "172.21.0.9, 80, port 80 of network net-b is not published",
        "172.21.0.2, 0, nothing but published ports of container web in network net-b is let in",
        "10.9.9.9, 0, it sets this policy where it had to switch ip_forward on"
    })
    void the_policy_of_forward_lets_in_what_is_published(String to, int port, String purpose) {
        Culprit policy = new Culprit.Policy("forward", "ip filter FORWARD", Optional.empty());

        assertThat(comment(policy, "10.0.0.1", to, port)).contains("Docker: " + purpose);
    }

    @Test
    void isolation_is_told_of_a_sender_in_no_network_too() {
        assertThat(comment(rule("ip filter DOCKER-ISOLATION-STAGE-2", "-o br-b -j DROP"), "10.0.0.1", "172.21.0.2", 80))
                .contains("Docker: isolation of network net-b");
    }

    @ParameterizedTest
    @CsvSource({
        "ip filter INPUT, -j DROP",
        "ip filter FORWARD, -s 10.0.0.1/32 -j DROP",
        "ip netjig FORWARD, -j DROP",
        "ip filter FORWARD, -i br-c -o br-c -j DROP"
    })
    void what_is_not_dockers_is_left_alone(String chain, String text) {
        assertThat(comment(rule(chain, text), "172.20.0.2", "172.21.0.2", 80)).isEmpty();
    }

    private static Culprit rule(String chain, String text) {
        return new Culprit.Rule("forward", chain, text, 1, OptionalLong.empty(), Optional.empty());
    }

    /** @param port 0 for an echo request */
    private static Optional<String> comment(Culprit culprit, String from, String to, int port) {
        Packet.Ip packet = new Packet.Ip(
                address(from),
                address(to),
                63,
                1,
                port == 0 ? 1 : 6,
                84,
                Optional.empty(),
                port == 0 ? Optional.empty() : Optional.of(new Packet.Ports(40000, port)),
                Optional.empty());
        return DockerAuthor.comment(culprit, packet, NETWORKS);
    }

    private static InetAddress address(String literal) {
        return Cidr.parse(literal).address();
    }
}
