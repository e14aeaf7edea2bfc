package dev.netjig.topology;

import dev.netjig.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network that is wanted: namespaces, links, addresses, routes, sysctls and firewall rules. Immutable and checked; two
 * topologies are equal if they want the same, whoever asked for it.
 *
 * <pre>{@code
 * Topology topology = Topology.builder()
 *         .netns("red")
 *         .bridge("br0", b -> b.address("192.168.0.1/24"))
 *         .vethPair("veth1-r", v -> v.master("br0").peer("veth2-r", p -> p.netns("red").address("192.168.0.2/24")))
 *         .route(r -> r.netns("red").to("default").via("192.168.0.1"))
 *         .build();
 * }</pre>
 */
public final class Topology {

    /** The implicit namespace that stands for the machine: whatever names no namespace lives there. */
    public static final String NODE = "node";

    private final List<Declared<?>> declarations;

    /** Order counts within a kind of spec (rules, addresses), not between kinds: the plan sorts by kind. */
    private final Map<Class<?>, List<Spec>> byKind;

    /** Made when it is first asked for: a topology is mostly built more than once. */
    private volatile @Nullable Plan plan;

    private Topology(List<Declared<?>> declarations) {
        this.declarations = List.copyOf(declarations);
        this.byKind = this.declarations.stream()
                .map(Declared::spec)
                .collect(Collectors.groupingBy(Spec::getClass, Collectors.toUnmodifiableList()));
    }

    /** Begins an empty topology, which has the namespace {@link #NODE} only. */
    public static Builder builder() {
        return new Builder(List.of());
    }

    /** Begins a topology that adds to this one; see {@link Builder#nested()} for what may be declared again. */
    public Builder toBuilder() {
        return new Builder(declarations).nested();
    }

    /** Everything that was declared, in that order; not what is implicit. */
    public List<Declared<?>> declarations() {
        return declarations;
    }

    /** The declarations of one kind, in order. */
    public <S extends Spec> List<Declared<S>> declared(Class<S> kind) {
        return Declarations.of(declarations, kind);
    }

    /** The specs of one kind, in order of declaration. */
    public <S extends Spec> List<S> all(Class<S> kind) {
        return declared(kind).stream().map(Declared::spec).toList();
    }

    /** The names of all namespaces: {@link #NODE}, then the declared ones in order. */
    public List<String> namespaces() {
        return Declarations.namespaces(declarations);
    }

    /**
     * What can be built while these namespaces are away: without them, the veth pairs that have an end there, and what is
     * declared for the other ends of those.
     */
    public Topology without(Set<String> namespaces) {
        return namespaces.isEmpty() ? this : new Topology(new Absence(declarations, namespaces).possible());
    }

    /** The steps that build it, in order; equal for equal topologies but for the origins. */
    public Plan plan() {
        Plan known = plan;
        if (known == null) {
            known = Plan.of(this);
            plan = known;
        }
        return known;
    }

    /** A script for {@code sh} that builds it by hand, with iproute2, sysctl, nft and iptables. */
    public String toShellScript() {
        return plan().toShellScript();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topology topology && byKind.equals(topology.byKind);
    }

    @Override
    public int hashCode() {
        return byKind.hashCode();
    }

    /** One declaration a line. */
    @Override
    public String toString() {
        return declarations.stream().map(declared -> declared.spec().toString()).collect(Collectors.joining("\n"));
    }

    /** Collects declarations. Each call adds one; {@link #build()} checks them together. */
    public static final class Builder {

        private static final String WHERE = "Topology.builder()";

        private final Scopes scopes;
        private final List<Problem> problems = new ArrayList<>();
        private FirewallBackend backend = FirewallBackend.NFTABLES;

        private Builder(List<Declared<?>> declarations) {
            this.scopes = new Scopes(declarations);
        }

        /** A namespace with its loopback device up. */
        public Builder netns(String name) {
            return netns(name, netns -> {});
        }

        /** A namespace; {@code node} may be named to leave its loopback device down. */
        public Builder netns(String name, Consumer<NetnsSpec.Builder> netns) {
            return declare(call("netns", name), NetnsSpec.builder(name), netns, NetnsSpec.Builder::build);
        }

        /** A bridge. */
        public Builder bridge(String name, Consumer<BridgeSpec.Builder> bridge) {
            return declare(call("bridge", name), BridgeSpec.builder(name), bridge, BridgeSpec.Builder::build);
        }

        /** A veth pair, named after its first end. */
        public Builder vethPair(String name, Consumer<VethPairSpec.Builder> pair) {
            return declare(call("vethPair", name), VethPairSpec.builder(name), pair, VethPairSpec.Builder::build);
        }

        /** An address on a device that exists by another declaration, or on {@code lo}. */
        public Builder address(String netns, String dev, String address) {
            return declare(call("address", netns, dev, address), () -> AddressSpec.parse(netns, dev, address));
        }

        /** A route. */
        public Builder route(Consumer<RouteSpec.Builder> route) {
            RouteSpec.Builder builder = RouteSpec.builder();
            route.accept(builder);
            return declare(call("route", builder.to()), builder::build);
        }

        /** A kernel setting: {@code sysctl("node", "net.ipv4.ip_forward", "1")}. */
        public Builder sysctl(String netns, String key, String value) {
            return add(new SysctlSpec(netns, key, value), call("sysctl", netns, key, value));
        }

        /** The policy of a firewall chain. */
        public Builder chainPolicy(Consumer<ChainPolicySpec.Builder> policy) {
            ChainPolicySpec.Builder builder = ChainPolicySpec.builder().backend(backend);
            policy.accept(builder);
            return declare(call("chainPolicy", builder.describe()), builder::build);
        }

        /** A masquerade. */
        public Builder masquerade(Consumer<MasqueradeSpec.Builder> masquerade) {
            MasqueradeSpec.Builder builder = MasqueradeSpec.builder().backend(backend);
            masquerade.accept(builder);
            return declare(call("masquerade", builder.source()), builder::build);
        }

        /** A firewall rule in netjig's words. */
        public Builder rule(Consumer<FirewallRuleSpec.Builder> rule) {
            FirewallRuleSpec.Builder builder = FirewallRuleSpec.builder().backend(backend);
            rule.accept(builder);
            return declare(call("rule", builder.describe()), builder::build);
        }

        /** A firewall rule in the backend's own language; see {@link RawRule}. */
        public Builder rawRule(String netns, String text) {
            return add(FirewallRuleSpec.raw(netns, backend, text), call("rawRule", netns, text));
        }

        /** The tool for the firewall declarations that follow and name none; nftables at first. */
        public Builder firewall(FirewallBackend backend) {
            this.backend = backend;
            return this;
        }

        /** A spec as it is. */
        public Builder add(Spec spec, Origin origin) {
            scopes.add(new Declared<>(spec, origin));
            return this;
        }

        /**
         * A spec that is yet to be read from text. If the supplier throws {@link InvalidDeclarationException} or {@link
         * InvalidValueException}, {@link #build()} reports it with this origin.
         */
        public Builder declare(Origin origin, Supplier<? extends Spec> spec) {
            try {
                return add(spec.get(), origin);
            } catch (InvalidDeclarationException refused) {
                refused.elements().forEach(element -> problem(new Problem(origin, element)));
            } catch (InvalidValueException refused) {
                problem(new Problem(origin, InvalidElement.of("value", refused)));
            }
            return this;
        }

        /** A declaration that is known to be wrong: {@link #build()} reports it with all others. */
        public Builder problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        /**
         * Begins an inner scope: a nested class, a method. What follows adds to what was declared so far, but a sysctl of
         * the same namespace and key, and a chain policy of the same namespace, backend and chain, replace the outer
         * one. Within one scope they would contradict each other.
         */
        public Builder nested() {
            scopes.nest();
            return this;
        }

        /**
         * Checks everything.
         *
         * @throws InvalidTopologyException with all problems: those of texts that could not be read, or if there are
         *     none, those of declarations that do not fit together
         */
        public Topology build() {
            if (!problems.isEmpty()) {
                throw new InvalidTopologyException(problems);
            }
            List<Declared<?>> declarations = scopes.merged();
            List<Problem> found = new ArrayList<>(scopes.contradictions());
            found.addAll(Checker.check(declarations));
            if (!found.isEmpty()) {
                throw new InvalidTopologyException(found);
            }
            return new Topology(declarations);
        }

        private <B> Builder declare(Origin origin, B builder, Consumer<B> consumer, Function<B, Spec> build) {
            consumer.accept(builder);
            return declare(origin, () -> build.apply(builder));
        }

        private static Origin call(String method, String... arguments) {
            String quoted = Stream.of(arguments).map(text -> '"' + text + '"').collect(Collectors.joining(", "));
            return new Origin(method + "(" + quoted + ")", WHERE);
        }
    }
}
