package dev.netjig.testcontainers;

import dev.netjig.diagnosis.Culprit;
import dev.netjig.probe.Packet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Docker's rules are for, in the words of iptables, of old engines and new ones. */
final class DockerRules {

    /** The table filter, of iptables-nft or iptables-legacy. */
    private static final Pattern CHAIN = Pattern.compile("\\S+ filter (FORWARD|DOCKER\\S*)");

    private static final Pattern IN = Pattern.compile("(! )?-i (\\S+)");
    private static final Pattern OUT = Pattern.compile("(! )?-o (\\S+)");

    private final List<DockerNetwork> networks;
    private final Packet.Ip packet;

    /** @param packet what was dropped */
    DockerRules(List<DockerNetwork> networks, Packet.Ip packet) {
        this.networks = List.copyOf(networks);
        this.packet = packet;
    }

    /** Empty if it is none of Docker's. */
    Optional<String> purpose(Culprit culprit) {
        if (culprit instanceof Culprit.Policy policy) {
            return CHAIN.matcher(policy.chain()).matches()
                    ? unpublished().or(() -> Optional.of("it sets this policy where it had to switch ip_forward on"))
                    : Optional.empty();
        }
        if (!(culprit instanceof Culprit.Rule rule)) {
            return Optional.empty();
        }
        Matcher chain = CHAIN.matcher(rule.chain());
        return chain.matches() ? purpose(chain.group(1), rule.text()) : Optional.empty();
    }

    private Optional<String> purpose(String chain, String text) {
        if (chain.equals("DOCKER-USER")) {
            return Optional.of("chain DOCKER-USER is for rules of the user's own");
        }
        Optional<DockerNetwork> into = network(OUT, text);
        Optional<DockerNetwork> from = network(IN, text);
        if (into.isPresent() && into.equals(from)) {
            return isNegated(IN, text) ? unpublished() : into.map(network -> "icc=false of network " + network.name());
        }
        if (text.contains("! -s ") || text.contains("! -d ")) {
            return into.or(() -> from).map(network -> "network " + network.name() + " is internal (--internal)");
        }
        return chain.startsWith("DOCKER-ISOLATION") ? into.map(this::isolation) : Optional.empty();
    }

    private Optional<DockerNetwork> network(Pattern device, String text) {
        Matcher found = device.matcher(text);
        return found.find() ? DockerNetwork.byBridge(networks, found.group(2)) : Optional.empty();
    }

    private static boolean isNegated(Pattern device, String text) {
        Matcher found = device.matcher(text);
        return found.find() && found.group(1) != null;
    }

    private String isolation(DockerNetwork into) {
        return DockerNetwork.byAddress(networks, packet.source())
                .filter(from -> !from.equals(into))
                .map(from -> "isolation between networks " + from.name() + " and " + into.name())
                .orElse("isolation of network " + into.name());
    }

    /** Docker lets new connections into a network only where a port is published. */
    private Optional<String> unpublished() {
        return DockerNetwork.byAddress(networks, packet.destination()).map(network -> {
            String container = Optional.ofNullable(network.containers().get(packet.destination()))
                    .map(name -> "container " + name + " in network " + network.name())
                    .orElse("network " + network.name());
            return packet.ports()
                    .map(ports -> "port " + ports.destination() + " of " + container + " is not published")
                    .orElse("nothing but published ports of " + container + " is let in");
        });
    }
}
