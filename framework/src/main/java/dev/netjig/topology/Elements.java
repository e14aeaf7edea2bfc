package dev.netjig.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the elements of one declaration and remembers what is wrong with them, so that all of it is told at once. */
final class Elements {

    private final String prefix;
    private final List<InvalidElement> invalid;

    Elements() {
        this("", new ArrayList<>());
    }

    private Elements(String prefix, List<InvalidElement> invalid) {
        this.prefix = prefix;
        this.invalid = invalid;
    }

    /** The elements of a declaration that is itself an element of this one; its faults are this one's too. */
    Elements inside(String element) {
        return new Elements(prefix + element + ".", invalid);
    }

    /** The value of a text, or nothing (and a remembered fault) if the parser refuses it. */
    <T> Optional<T> read(String element, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException refused) {
            invalid.add(InvalidElement.of(prefix + element, refused));
            return Optional.empty();
        }
    }

    /** Like {@link #read}, but the empty text stands for an element that was left out, as annotations write it. */
    <T> Optional<T> readOptional(String element, String text, Function<String, T> parser) {
        return text.isEmpty() ? Optional.empty() : read(element, text, parser);
    }

    void missing(String element, String allowed) {
        invalid.add(InvalidElement.missing(prefix + element, allowed));
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidDeclarationException if anything was wrong
     */
    void check() {
        if (!invalid.isEmpty()) {
            throw new InvalidDeclarationException(invalid);
        }
    }
}
