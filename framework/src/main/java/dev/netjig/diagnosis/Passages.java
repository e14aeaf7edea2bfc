package dev.netjig.diagnosis;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.kernel.nfnetlink.ConntrackTuple;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What let a request and its answer through, in the order of their way. */
final class Passages {

    /** A rule that only packets of known connections match. */
    private static final Pattern KNOWN =
            Pattern.compile("(?i)(\\bct state\\b|--(ct)?state\\b).*\\b(established|related)");

    private static final Pattern NEW = Pattern.compile("(?i)\\b(new|untracked)\\b|!");

    private final Scene scene;

    private Passages(Scene scene) {
        this.scene = scene;
    }

    static List<Passage> of(Scene scene) {
        Passages passages = new Passages(scene);
        return scene.steps().stream()
                .filter(step -> !step.drops() && !isEndOfChain(step))
                .sorted(Comparator.comparing(passages::isReply).thenComparing(passages::position))
                .map(passages::passage)
                .distinct() // a bridge floods copies
                .toList();
    }

    /** The end of a chain that was jumped to is reported like a rule, and decides nothing. */
    private static boolean isEndOfChain(FilterStep step) {
        return step.culprit() instanceof Culprit.Rule rule
                && rule.number() == 0
                && rule.handle().isEmpty();
    }

    private Passage passage(FilterStep step) {
        Optional<ConntrackEntry> connection = asksForKnown(step) && step.packet() instanceof Packet.Ip packet
                ? connection(step.netns(), packet)
                : Optional.empty();
        return new Passage(step.netns(), step.packet(), isReply(step), step.culprit(), connection);
    }

    private boolean isReply(FilterStep step) {
        return !scene.trail().isOurs(step.packet(), true);
    }

    /** How far on its way the packet was: filters do not tell the time. */
    private int position(FilterStep step) {
        List<Sighting> path = scene.trail().path();
        for (int i = 0; i < path.size(); i++) {
            boolean there = path.get(i).netns().equals(step.netns());
            if (there && scene.trail().isOurs(path.get(i).packet(), !isReply(step))) {
                return i;
            }
        }
        return path.size();
    }

    private static boolean asksForKnown(FilterStep step) {
        return step.culprit() instanceof Culprit.Rule rule
                && KNOWN.matcher(rule.text()).find()
                && !NEW.matcher(rule.text()).find();
    }

    private Optional<ConntrackEntry> connection(String netns, Packet.Ip packet) {
        return scene.watch().netns(netns).conntrack().stream()
                .filter(entry -> isOf(entry, packet))
                .findFirst();
    }

    /** Wherever on the way the packet was seen: NAT may have rewritten either end, both or none. */
    private static boolean isOf(ConntrackEntry entry, Packet.Ip packet) {
        List<InetAddress> addresses = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Stream.of(entry.original(), entry.reply()).forEach(tuple -> {
            addresses.addAll(List.of(tuple.source(), tuple.destination()));
            numbers.addAll(numbers(tuple));
        });
        return entry.protocol() == packet.protocol()
                && addresses.containsAll(List.of(packet.source(), packet.destination()))
                && numbers.containsAll(numbers(packet));
    }

    private static List<Integer> numbers(ConntrackTuple tuple) {
        return Stream.concat(
                        Stream.of(tuple.sourcePort(), tuple.destinationPort())
                                .filter(OptionalInt::isPresent)
                                .map(OptionalInt::getAsInt),
                        tuple.icmp().map(ConntrackTuple.Icmp::id).stream())
                .toList();
    }

    private static List<Integer> numbers(Packet.Ip packet) {
        return packet.ports()
                .map(ports -> List.of(ports.source(), ports.destination()))
                .orElseGet(() -> packet.icmp().map(icmp -> List.of(icmp.id())).orElse(List.of()));
    }
}
