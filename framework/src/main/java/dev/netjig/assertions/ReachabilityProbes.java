package dev.netjig.assertions;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.kernel.rtnetlink.Scope;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Probe;
import dev.netjig.probe.Protocol;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Which namespaces are to be asked whether they reach each other, and by what: all of the topology, and by an echo
 * request over IPv4, unless told.
 *
 * <p>A namespace is asked at its first global address of the family, in the order of {@code ip address show scope global}.
 */
public final class ReachabilityProbes {

    private final Testbed testbed;
    private final List<NetworkNamespace> namespaces;
    private final boolean v6;
    private final Protocol protocol;
    private final int port;

    private ReachabilityProbes(
            Testbed testbed, List<NetworkNamespace> namespaces, boolean v6, Protocol protocol, int port) {
        this.testbed = testbed;
        this.namespaces = List.copyOf(namespaces);
        this.v6 = v6;
        this.protocol = protocol;
        this.port = port;
    }

    /** All namespaces of the topology, the node first. */
    public static ReachabilityProbes over(Testbed testbed) {
        return new ReachabilityProbes(testbed, testbed.namespaces(), false, Protocol.ICMP, 0);
    }

    /**
     * Only these namespaces, in this order.
     *
     * @throws NoSuchElementException if the topology has not all of them
     */
    public ReachabilityProbes among(String... names) {
        List<NetworkNamespace> chosen =
                Arrays.stream(names).distinct().map(testbed::netns).toList();
        return new ReachabilityProbes(testbed, chosen, v6, protocol, port);
    }

    /** Over IPv6. */
    public ReachabilityProbes ipv6() {
        return new ReachabilityProbes(testbed, namespaces, true, protocol, port);
    }

    /** By a connection to this port of each. */
    public ReachabilityProbes tcp(int port) {
        return new ReachabilityProbes(testbed, namespaces, v6, Protocol.TCP, port);
    }

    /** By a datagram to this port of each, which a program there must answer. */
    public ReachabilityProbes udp(int port) {
        return new ReachabilityProbes(testbed, namespaces, v6, Protocol.UDP, port);
    }

    /**
     * Sends all of them at once; what is not answered in a short time is sent again, one after the other, under watch, so
     * that what is slow is not taken for lost. An answer that came is certain, a loss has an explanation.
     */
    public ReachabilityMatrix send() {
        Map<NetworkNamespace, Optional<Endpoint>> receivers = new LinkedHashMap<>();
        namespaces.forEach(netns -> receivers.put(netns, endpoint(netns)));
        List<Pair> pairs = new ArrayList<>();
        for (NetworkNamespace from : namespaces) {
            receivers.forEach((to, endpoint) -> {
                if (to != from) {
                    pairs.add(new Pair(from.name(), to.name(), endpoint.map(there -> Probe.of(from, there))));
                }
            });
        }
        Set<Probe> unanswered = Volley.unanswered(
                pairs.stream().flatMap(pair -> pair.probe().stream()).toList());
        Map<Probe, Explanation> lost = explain(List.copyOf(unanswered));
        return new ReachabilityMatrix(
                namespaces.stream().map(NetworkNamespace::name).toList(),
                pairs.stream().map(pair -> reach(pair, lost)).toList());
    }

    /** Why these were lost; those that are answered now were only slow. */
    private static Map<Probe, Explanation> explain(List<Probe> unanswered) {
        Map<Probe, Explanation> lost = new HashMap<>();
        List<Observation> observations = Diagnosis.observe(unanswered);
        for (int i = 0; i < unanswered.size(); i++) {
            Probe probe = unanswered.get(i);
            observations.get(i).explanation().ifPresent(explanation -> lost.put(probe, explanation));
        }
        return lost;
    }

    private record Pair(String from, String to, Optional<Probe> probe) {}

    private Reach reach(Pair pair, Map<Probe, Explanation> lost) {
        if (pair.probe().isEmpty()) {
            return Reach.unasked(pair.from(), pair.to(), pair.to() + " has no " + (v6 ? "IPv6" : "IPv4") + " address");
        }
        Probe probe = pair.probe().get();
        return Optional.ofNullable(lost.get(probe))
                .map(explanation -> Reach.lost(pair.from(), pair.to(), probe, explanation))
                .orElseGet(() -> Reach.answered(pair.from(), pair.to(), probe));
    }

    private Optional<Endpoint> endpoint(NetworkNamespace netns) {
        return netns.addresses().stream()
                .filter(entry -> entry.address().isIpv6() == v6 && entry.scope().equals(Scope.UNIVERSE))
                .findFirst()
                .map(entry -> new Endpoint(protocol, entry.address().address(), port));
    }
}
