package dev.netjig.diagnosis;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.probe.Packet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A packet filter that let a packet through: a rule that matched it and did not end it, or a policy that accepted it.
 *
 * @param netns the namespace of the filter
 * @param packet the packet as it was then
 * @param reply whether it is the answer, not the request
 * @param by the rule or the policy
 * @param connection what connection tracking knew of the packet, if the rule asked for packets of known connections
 */
public record Passage(String netns, Packet packet, boolean reply, Culprit by, Optional<ConntrackEntry> connection) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ACCEPTS = Pattern.compile("\\baccept\\b|-[jg] ACCEPT\\b");

    /** Whether it ended the packet's way through the hook's chain; a rule that counts, rewrites or jumps does not. */
    public boolean accepts() {
        return !(by instanceof Culprit.Rule rule)
                || ACCEPTS.matcher(QUOTED.matcher(rule.text()).replaceAll("")).find();
    }

    /** Whether the request passed as part of a connection that was tracked before it was sent: a leftover. */
    public boolean isByLeftover() {
        return !reply && connection.isPresent();
    }

    /** {@code in node, the policy of chain ip netjig FORWARD accepted 10.0.0.1 > 10.0.0.2 echo request ttl 64}. */
    @Override
    public String toString() {
        return "in " + netns + ", " + by.describe() + (accepts() ? " accepted " : " matched ") + packet
                + connection.map(this::tracked).orElse("");
    }

    private String tracked(ConntrackEntry entry) {
        return isByLeftover()
                ? ": it belongs to a connection that was tracked before it was sent (ip netns exec " + netns
                        + " conntrack -L): " + entry
                : ", which belongs to a tracked connection: " + entry;
    }
}
