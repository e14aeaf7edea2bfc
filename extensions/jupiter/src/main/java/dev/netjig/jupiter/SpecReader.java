package dev.netjig.jupiter;

import dev.netjig.topology.AddressSpec;
import dev.netjig.topology.BridgeSpec;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.InvalidElement;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.Problem;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.Spec;
import dev.netjig.topology.SysctlSpec;
import dev.netjig.topology.Topology;
import dev.netjig.topology.VethPairSpec;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an annotation into a spec and gives it to the builder, with everything that is wrong with it. */
final class SpecReader {

    private final Topology.Builder builder;
    private final FirewallBackend backend;

    /** @param backend what firewall annotations that name none use */
    SpecReader(Topology.Builder builder, FirewallBackend backend) {
        this.builder = builder;
        this.backend = backend;
    }

    void read(Found found) {
        builder.declare(found.origin(), () -> spec(found.annotation(), found.origin()));
    }

    private Spec spec(Annotation annotation, Origin origin) {
        if (annotation instanceof Netns netns) {
            return NetnsSpec.builder(netns.value())
                    .lo(netns.lo())
                    .adopted(netns.adopted())
                    .build();
        }
        if (AnnotationFinder.isForFields(annotation)) {
            return NetnsSpec.builder(AnnotationText.value(annotation))
                    .adopted(true)
                    .build();
        }
        if (annotation instanceof VethPair pair) {
            return vethPair(pair);
        }
        if (annotation instanceof Bridge bridge) {
            return BridgeSpec.builder(bridge.name())
                    .netns(bridge.netns())
                    .address(bridge.address())
                    .up(bridge.up())
                    .mac(bridge.mac())
                    .build();
        }
        if (annotation instanceof Address address) {
            return AddressSpec.parse(address.netns(), address.dev(), address.value());
        }
        if (annotation instanceof Route route) {
            return route(route);
        }
        if (annotation instanceof Sysctl sysctl) {
            return new SysctlSpec(sysctl.netns(), sysctl.key(), sysctl.value());
        }
        if (annotation instanceof ChainPolicy policy) {
            return ChainPolicySpec.builder()
                    .netns(policy.netns())
                    .chain(policy.chain())
                    .policy(policy.target())
                    .backend(backend(policy.backend(), origin))
                    .build();
        }
        if (annotation instanceof Masquerade masquerade) {
            return MasqueradeSpec.builder()
                    .netns(masquerade.netns())
                    .source(masquerade.source())
                    .oifname(masquerade.oifname())
                    .backend(backend(masquerade.backend(), origin))
                    .build();
        }
        if (annotation instanceof FirewallRule rule) {
            return rule.raw().isEmpty() ? typed(rule, origin) : raw(rule, origin);
        }
        throw new IllegalStateException("no spec for " + annotation);
    }

    private static Spec vethPair(VethPair pair) {
        Peer other = pair.peer();
        VethPairSpec.Builder spec = VethPairSpec.builder(pair.name())
                .netns(pair.netns())
                .master(pair.master())
                .address(pair.address())
                .mac(pair.mac())
                .up(pair.up())
                .peer(
                        other.name(),
                        peer -> peer.netns(other.netns())
                                .master(other.master())
                                .address(other.address())
                                .mac(other.mac())
                                .up(other.up()));
        if (pair.mtu() != 0) {
            spec.mtu(pair.mtu());
        }
        return spec.build();
    }

    private static Spec route(Route route) {
        RouteSpec.Builder spec = RouteSpec.builder()
                .netns(route.netns())
                .type(route.type())
                .to(route.to())
                .via(route.via())
                .dev(route.dev())
                .src(route.src());
        if (route.table() != 0) {
            spec.table(route.table());
        }
        if (route.metric() != -1) {
            spec.metric(route.metric());
        }
        if (route.hoplimit() != 0) {
            spec.hoplimit(route.hoplimit());
        }
        return spec.build();
    }

    private Spec typed(FirewallRule rule, Origin origin) {
        FirewallRuleSpec.Builder spec = FirewallRuleSpec.builder()
                .netns(rule.netns())
                .backend(backend(rule.backend(), origin))
                .source(rule.source())
                .destination(rule.destination())
                .protocol(rule.protocol())
                .iifname(rule.iifname())
                .oifname(rule.oifname());
        if (rule.dport() != 0) {
            spec.dport(rule.dport());
        }
        one("chain", rule.chain(), origin).ifPresent(spec::chain);
        one("target", rule.target(), origin).ifPresent(spec::target);
        one("rejectWith", rule.rejectWith(), origin).ifPresent(spec::rejectWith);
        return spec.build();
    }

    private Spec raw(FirewallRule rule, Origin origin) {
        Set<String> others = new LinkedHashSet<>(AnnotationText.elements(rule).keySet());
        others.removeAll(List.of("netns", "raw", "backend"));
        if (!others.isEmpty()) {
            wrong(
                    origin,
                    "raw",
                    rule.raw(),
                    "stands beside " + String.join(", ", others),
                    "a raw rule says everything by itself; only netns and backend may stand beside it");
        }
        return FirewallRuleSpec.raw(rule.netns(), backend(rule.backend(), origin), rule.raw());
    }

    private FirewallBackend backend(FirewallBackend[] own, Origin origin) {
        return one("backend", own, origin).orElse(backend);
    }

    /** The value of an element that is an array only because an annotation's enum cannot be left out otherwise. */
    private <E extends Enum<E>> Optional<E> one(String element, E[] values, Origin origin) {
        if (values.length > 1) {
            String given = Stream.of(values).map(Enum::name).collect(Collectors.joining(", "));
            wrong(origin, element, given, "are " + values.length + " values", "one at most");
        }
        return Stream.of(values).findFirst();
    }

    private void wrong(Origin origin, String element, String given, String rule, String allowed) {
        builder.problem(new Problem(origin, new InvalidElement(element, given, rule, allowed)));
    }
}
