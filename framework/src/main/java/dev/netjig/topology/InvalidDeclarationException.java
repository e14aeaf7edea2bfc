package dev.netjig.topology;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The elements of one declaration cannot be read. Thrown by the {@code build()} of a spec's builder with every element
 * that is wrong; {@link Topology.Builder#declare} turns it into {@link Problem}s that also say where the declaration
 * stands.
 */
public final class InvalidDeclarationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidElement> elements;

    InvalidDeclarationException(List<InvalidElement> elements) {
        super(elements.stream().map(InvalidElement::toString).collect(Collectors.joining("\n")));
        this.elements = List.copyOf(elements);
    }

    /** What is wrong, at least one. */
    public List<InvalidElement> elements() {
        return elements;
    }
}
