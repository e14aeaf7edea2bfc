package dev.netjig.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The problems found so far, in the order in which they were found. */
final class Findings {

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** See {@link InvalidElement} for the words. */
    void add(Origin origin, String element, Object given, String rule, String allowed) {
        problems.add(new Problem(origin, new InvalidElement(element, given.toString(), rule, allowed)));
    }

    void missing(Origin origin, String element, String allowed) {
        problems.add(new Problem(origin, InvalidElement.missing(element, allowed)));
    }

    /** Both ends included. */
    void checkRange(Origin origin, String element, int number, int least, int most, String unit) {
        if (number < least || number > most) {
            add(origin, element, number, "is out of range", least + " to " + most + unit);
        }
    }

    /** For example {@code declared there: br0, br1; did you mean "br1"?}. */
    static String known(String what, Collection<?> names, Object given) {
        List<String> texts = names.stream().map(Object::toString).toList();
        String list = texts.isEmpty() ? "none" : String.join(", ", texts);
        Optional<String> closest = Similarity.closest(given.toString(), texts);
        return what + ": " + list
                + closest.map(name -> "; did you mean \"" + name + "\"?").orElse("");
    }

    /** For example {@code tcp, udp or icmp}. */
    static String oneOf(Collection<?> values) {
        List<String> texts = values.stream().map(Object::toString).toList();
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }
}
