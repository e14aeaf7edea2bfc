package dev.netjig.testbed;

import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.Topology;
import dev.netjig.topology.plan.LoadNftables;
import dev.netjig.topology.plan.Plan;
import dev.netjig.topology.plan.RestoreIptables;
import dev.netjig.topology.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What of its topology a testbed has built, and what waits for namespaces that others make. */
final class Construction {

    private final Testbed testbed;
    private final PlanApplier applier;
    private volatile Topology topology;
    private volatile Set<String> adopted;
    private Plan built = new Plan(List.of());

    Construction(Testbed testbed, Topology topology) {
        this.testbed = testbed;
        this.applier = new PlanApplier(testbed);
        this.topology = topology;
        this.adopted = adopted(topology);
    }

    Topology topology() {
        return topology;
    }

    /** Whether somebody else makes the topology's namespace of this name. */
    boolean isAdopted(String name) {
        return adopted.contains(name);
    }

    /** The namespaces that the topology expects of others, and that are not there yet. */
    Set<String> awaited() {
        return awaited(adopted);
    }

    private Set<String> awaited(Set<String> names) {
        if (names.isEmpty()) {
            return names;
        }
        Set<String> awaited = new LinkedHashSet<>(names);
        testbed.allNamespaces().forEach(netns -> awaited.remove(netns.name()));
        return awaited;
    }

    private static Set<String> adopted(Topology topology) {
        return topology.all(NetnsSpec.class).stream()
                .filter(NetnsSpec::adopted)
                .map(NetnsSpec::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is to be taken back in the namespaces of others, in this order. */
    List<AutoCloseable> debts() {
        return applier.guest().debts();
    }

    synchronized void begin() {
        built = topology.without(awaited()).plan();
        applier.apply(built);
    }

    synchronized void extend(Consumer<Topology.Builder> more) {
        Topology.Builder builder = topology.toBuilder();
        List<String> declared = topology.namespaces();
        testbed.allNamespaces().stream()
                .map(NetworkNamespace::name)
                .filter(name -> !declared.contains(name) && NetnsSpec.isName(name))
                .forEach(name -> builder.add(
                        NetnsSpec.builder(name).adopted(true).build(),
                        new Origin("adopt(\"" + name + "\")", "Testbed")));
        more.accept(builder);
        Topology extended = builder.build();
        Plan possible = extended.without(awaited(adopted(extended))).plan();
        refuseSecondRules(possible.after(built));
        topology = extended;
        adopted = adopted(extended);
        build(possible);
    }

    private void refuseSecondRules(Plan more) {
        Predicate<Step> loads = step -> step instanceof LoadNftables || step instanceof RestoreIptables;
        List<String> loaded =
                built.steps().stream().filter(loads).map(Step::netns).toList();
        more.steps().stream()
                .filter(loads.and(step -> loaded.contains(step.netns())))
                .findFirst()
                .ifPresent(step -> {
                    throw new IllegalArgumentException("the rules of netns " + step.netns()
                            + " are loaded, and cannot be added to by a declaration; run nft or iptables in it ["
                            + step.origin() + "]");
                });
    }

    /** @param open gives the namespace the name {@code name}, unless another has it or the namespace has another name */
    synchronized NetworkNamespace adopt(String name, Supplier<NetworkNamespace> open) {
        boolean awaited = awaited().contains(name);
        NetworkNamespace found = open.get();
        if (isAdopted(name) && !found.name().equals(name)) {
            throw new IllegalArgumentException("what is to be netns " + name
                    + (awaited
                            ? " is netns " + found.name() + " already: two names for one network"
                            : " is another network than the one that was adopted as " + name + " before"));
        }
        if (awaited) {
            build(topology.without(awaited()).plan());
        }
        return found;
    }

    private void build(Plan possible) {
        Plan more = possible.after(built);
        built = possible;
        applier.applyMore(more);
    }
}
