package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packet as routing sees it. A captured reply to a translated request is still for the address of the outside; the
 * namespace that translated the request puts the first sender's in before it routes the reply. (Its source it translates
 * only after that.)
 */
final class NatView {

    /** {@code dnat to 192.168.0.2:80}, {@code -j DNAT --to-destination 192.168.0.2:80}; no ranges, no maps. */
    private static final Pattern DNAT = Pattern.compile("(?:dnat(?: ip6?)? to|--to-destination) "
            + "\\[?((?:\\d+\\.){3}\\d+|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*)(?:]?:\\d+)?(?= |$)");

    private NatView() {}

    /**
     * A request whose destination a rule of {@code netns} replaced by one that the rule's text names; empty if the rule
     * does anything else with its way.
     */
    static Optional<Packet.Ip> redirected(Scene scene, NetworkNamespace netns, Packet.Ip packet) {
        List<FilterStep> steps = scene.steps().stream()
                .filter(step -> step.netns().equals(netns.name()) && step.reroutes())
                .toList();
        return steps.size() == 1 && scene.trail().isOurs(packet, true)
                ? steps.get(0)
                        .rule()
                        .map(rule -> DNAT.matcher(rule.text()))
                        .filter(Matcher::find)
                        .map(dnat -> with(packet, IpLiteral.parse(dnat.group(1))))
                : Optional.empty();
    }

    static Packet.Ip of(Scene scene, NetworkNamespace netns, Packet.Ip packet) {
        boolean isReply = scene.trail().isOurs(packet, false);
        Optional<Packet.Ip> request = scene.trail().requestInto(netns.name());
        if (!isReply || request.isEmpty() || netns == scene.sender()) {
            return packet;
        }
        return with(packet, request.get().source());
    }

    private static Packet.Ip with(Packet.Ip packet, InetAddress destination) {
        return new Packet.Ip(
                packet.source(),
                destination,
                packet.ttl(),
                packet.ipId(),
                packet.protocol(),
                packet.length(),
                packet.icmp(),
                packet.ports(),
                packet.tcp());
    }
}
