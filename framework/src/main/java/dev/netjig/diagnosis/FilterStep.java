package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.FirewallRule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a packet filter did with one packet: a rule that it matched, or a policy that it met.
 *
 * @param witness who saw it
 * @param netns the namespace of the filter
 * @param packet the packet as it was then
 * @param drops whether the packet ended there
 * @param culprit the rule or policy
 * @param rule the rule as the ruleset has it; empty for a policy and for a rule that is gone
 */
record FilterStep(
        String witness, String netns, Packet packet, boolean drops, Culprit culprit, Optional<FirewallRule> rule) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern REJECTS = Pattern.compile("\\breject\\b|-[jg] REJECT\\b");

    /** What changes where a packet goes: its destination, or a mark or field that policy routing may look at. */
    private static final Pattern REROUTES = Pattern.compile("\\b(dnat|redirect|tproxy|fwd|dup|set)\\b"
            + "|-[jg] (DNAT|REDIRECT|NETMAP|TPROXY|TEE|MARK|CONNMARK|TOS|DSCP)\\b");

    /** Whether it is a rule that answers what it drops. */
    boolean rejects() {
        return matches(REJECTS);
    }

    /** Whether routing may decide otherwise for the packet after it. */
    boolean reroutes() {
        return matches(REROUTES);
    }

    private boolean matches(Pattern pattern) {
        return rule.map(FirewallRule::text)
                .map(text -> QUOTED.matcher(text).replaceAll(""))
                .filter(text -> pattern.matcher(text).find())
                .isPresent();
    }
}
