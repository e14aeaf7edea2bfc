package dev.netjig.assertions;

import dev.netjig.diagnosis.Culprit;
import java.util.Locale;

/**
 * What in a packet filter may drop a packet: the policy of a chain at one of the five hooks, or a rule there. Which of
 * the kernel's filters holds it (nftables, iptables-nft, iptables-legacy) makes no difference.
 */
public enum FilterPoint {
    PREROUTING_POLICY,
    PREROUTING_RULE,
    INPUT_POLICY,
    INPUT_RULE,
    FORWARD_POLICY,
    FORWARD_RULE,
    OUTPUT_POLICY,
    OUTPUT_RULE,
    POSTROUTING_POLICY,
    POSTROUTING_RULE;

    boolean matches(Culprit culprit) {
        boolean sameKind = switch (kind()) {
            case "policy" -> culprit instanceof Culprit.Policy;
            default -> culprit instanceof Culprit.Rule;
        };
        return sameKind && culprit.hook().equals(hook());
    }

    /** {@code forward}. */
    private String hook() {
        return part(0);
    }

    /** {@code policy} or {@code rule}. */
    private String kind() {
        return part(1);
    }

    private String part(int index) {
        return name().toLowerCase(Locale.ROOT).split("_")[index];
    }

    /** {@code a FORWARD policy}. */
    @Override
    public String toString() {
        return (kind().equals("policy") ? "the policy of chain " : "a rule of chain ")
                + hook().toUpperCase(Locale.ROOT);
    }
}
