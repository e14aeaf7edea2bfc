package dev.netjig.topology.plan;

import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.Spec;
import java.util.List;
import java.util.stream.Stream;

/** What is declared for one namespace and one backend, each kind in order. */
record Firewall(
        List<Declared<ChainPolicySpec>> policies,
        List<Declared<MasqueradeSpec>> masquerades,
        List<Declared<FirewallRuleSpec>> rules) {

    List<Declared<? extends Spec>> all() {
        return Stream.<List<? extends Declared<? extends Spec>>>of(policies, masquerades, rules)
                .<Declared<? extends Spec>>flatMap(List::stream)
                .toList();
    }
}
