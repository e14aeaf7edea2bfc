package dev.netjig.jupiter;

import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.InvalidElement;
import dev.netjig.topology.InvalidTopologyException;
import dev.netjig.topology.Problem;
import dev.netjig.topology.Topology;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a topology off test classes and methods. A function of the annotations alone: no JUnit, no system call. */
final class TopologyReader {

    /** Where an annotation calls an element by another name than the spec does. */
    private static final Map<String, Map<String, String>> ELEMENTS = Map.of(
            "@Netns(", Map.of("name", "value"),
            "@Address(", Map.of("address", "value"),
            "@ChainPolicy(", Map.of("policy", "target"),
            "@FirewallRule(", Map.of("rule", "raw"));

    private final Topology.Builder builder = Topology.builder();
    private FirewallBackend backend = FirewallBackend.NFTABLES;

    private TopologyReader() {}

    /**
     * The topology that is declared by {@code scopes} together, each of which adds to those before it.
     *
     * @param scopes the outermost test class first, then the nested ones, at last the method
     * @throws InvalidTopologyException if it contradicts itself; names the annotation and its element
     */
    static Topology read(List<? extends AnnotatedElement> scopes) {
        TopologyReader reader = new TopologyReader();
        scopes.forEach(reader::add);
        try {
            return reader.builder.build();
        } catch (InvalidTopologyException invalid) {
            throw inWordsOfAnnotations(invalid);
        }
    }

    /** The annotations on one scope, inherited and composed ones included. */
    static List<Found> declarations(AnnotatedElement scope) {
        return AnnotationFinder.layers(scope).stream().flatMap(List::stream).toList();
    }

    private void add(AnnotatedElement scope) {
        List<List<Found>> layers = AnnotationFinder.layers(scope);
        layers.forEach(layer -> firewall(layer).ifPresent(nearer -> backend = nearer));
        SpecReader specs = new SpecReader(builder, backend);
        for (List<Found> layer : layers) {
            builder.nested();
            layer.stream()
                    .filter(found -> !(found.annotation() instanceof Firewall))
                    .forEach(specs::read);
        }
    }

    /** What {@code @Firewall} says in this layer. */
    private Optional<FirewallBackend> firewall(List<Found> layer) {
        List<Found> all = layer.stream()
                .filter(found -> found.annotation() instanceof Firewall)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Found first = all.get(0);
        all.stream()
                .filter(found -> !found.annotation().equals(first.annotation()))
                .forEach(other -> builder.problem(new Problem(
                        other.origin(),
                        new InvalidElement(
                                "value",
                                ((Firewall) other.annotation()).value().name(),
                                "contradicts another @Firewall",
                                "one in one place, here already by " + first.origin()))));
        return Optional.of(((Firewall) first.annotation()).value());
    }

    /** The same problems, with the elements as the user knows them. */
    private static InvalidTopologyException inWordsOfAnnotations(InvalidTopologyException invalid) {
        Topology.Builder problems = Topology.builder();
        invalid.problems().forEach(problem -> problems.problem(inWordsOfAnnotations(problem)));
        try {
            problems.build();
        } catch (InvalidTopologyException renamed) {
            return renamed;
        }
        return invalid;
    }

    private static Problem inWordsOfAnnotations(Problem problem) {
        String declaration = problem.origin().declaration();
        InvalidElement element = problem.element();
        return ELEMENTS.entrySet().stream()
                .filter(entry -> declaration.startsWith(entry.getKey()))
                .map(entry -> entry.getValue().get(element.element()))
                .filter(name -> name != null)
                .map(name -> new Problem(
                        problem.origin(), new InvalidElement(name, element.given(), element.rule(), element.allowed())))
                .findFirst()
                .orElse(problem);
    }
}
