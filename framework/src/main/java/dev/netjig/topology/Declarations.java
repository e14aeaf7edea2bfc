package dev.netjig.topology;

import java.util.List;
import java.util.stream.Stream;

/** Questions about a list of declarations, checked or not. */
final class Declarations {

    private Declarations() {}

    static <S extends Spec> List<Declared<S>> of(List<Declared<?>> declarations, Class<S> kind) {
        return declarations.stream()
                .filter(declared -> kind.isInstance(declared.spec()))
                .map(declared -> new Declared<>(kind.cast(declared.spec()), declared.origin()))
                .toList();
    }

    static List<String> namespaces(List<Declared<?>> declarations) {
        Stream<String> declared = of(declarations, NetnsSpec.class).stream()
                .map(netns -> netns.spec().name());
        return Stream.concat(Stream.of(Topology.NODE), declared).distinct().toList();
    }
}
