package dev.netjig.assertions;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Chain;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the policies that IPv4 packets meet at one hook. Several packet filters can hold a chain there; a packet
 * that one of them drops is lost, whatever the others say.
 */
public final class ChainPolicyAssert extends AbstractAssert<ChainPolicyAssert, List<FirewallChain>> {

    private final NetworkNamespace netns;
    private final Chain chain;

    ChainPolicyAssert(NetworkNamespace netns, Chain chain) {
        super(netns.ruleset().atHook(chain.name().toLowerCase(Locale.ROOT)), ChainPolicyAssert.class);
        this.netns = netns;
        this.chain = chain;
    }

    /** At least one chain at this hook has the policy drop. */
    public ChainPolicyAssert isDrop() {
        if (actual.stream().noneMatch(FirewallChain::drops)) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "DROP", text()));
        }
        return this;
    }

    /** No chain at this hook has the policy drop; a hook without chains accepts. */
    public ChainPolicyAssert isAccept() {
        if (actual.stream().anyMatch(FirewallChain::drops)) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "ACCEPT", text()));
        }
        return this;
    }

    private String object() {
        return "the policy of chain " + chain + " in netns " + netns.name();
    }

    private String text() {
        return actual.isEmpty()
                ? "ACCEPT (no chain is there)"
                : actual.stream()
                        .map(found ->
                                found.policy().orElse("accept").toUpperCase(Locale.ROOT) + " (" + found.path() + ")")
                        .collect(Collectors.joining(", "));
    }
}
