package dev.netjig.topology.plan;

import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.Spec;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Loads the firewall: one step a namespace and backend that anything is declared for. */
final class FirewallSteps {

    private final Topology topology;

    FirewallSteps(Topology topology) {
        this.topology = topology;
    }

    List<Step> load() {
        List<Step> steps = new ArrayList<>();
        for (String netns : topology.namespaces()) {
            for (FirewallBackend backend : FirewallBackend.values()) {
                load(netns, backend).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<Step> load(String netns, FirewallBackend backend) {
        Firewall firewall = new Firewall(
                topology.declared(ChainPolicySpec.class).stream()
                        .filter(policy ->
                                isFor(policy.spec().netns(), policy.spec().backend(), netns, backend))
                        .toList(),
                topology.declared(MasqueradeSpec.class).stream()
                        .filter(nat -> isFor(nat.spec().netns(), nat.spec().backend(), netns, backend))
                        .toList(),
                topology.declared(FirewallRuleSpec.class).stream()
                        .filter(rule -> isFor(rule.spec().netns(), rule.spec().backend(), netns, backend))
                        .toList());
        List<Declared<? extends Spec>> all = firewall.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                backend.isIptables()
                        ? new RestoreIptables(netns, backend, IptablesScript.of(firewall), origin(all))
                        : new LoadNftables(netns, NftablesScript.of(firewall), origin(all)));
    }

    private static boolean isFor(String netns, FirewallBackend backend, String wanted, FirewallBackend wantedBackend) {
        return netns.equals(wanted) && backend == wantedBackend;
    }

    /** All origins in one: {@code @ChainPolicy(…), @Masquerade(…) on class X}. */
    private static Origin origin(List<Declared<? extends Spec>> declarations) {
        List<Origin> origins =
                declarations.stream().map(Declared::origin).distinct().toList();
        if (origins.stream().map(Origin::where).distinct().count() == 1) {
            return new Origin(
                    origins.stream().map(Origin::declaration).collect(Collectors.joining(", ")),
                    origins.get(0).where());
        }
        Origin last = origins.get(origins.size() - 1);
        return new Origin(
                origins.subList(0, origins.size() - 1).stream()
                        .map(origin -> origin + ", ")
                        .collect(Collectors.joining("", "", last.declaration())),
                last.where());
    }
}
