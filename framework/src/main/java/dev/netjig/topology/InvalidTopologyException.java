package dev.netjig.topology;

import java.util.List;
import java.util.stream.Collectors;

/** A topology that contradicts itself. Lists every problem, not only the first; nothing was built. */
public final class InvalidTopologyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidTopologyException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<Problem> problems) {
        if (problems.size() == 1) {
            return "The topology is invalid: " + problems.get(0);
        }
        return problems.stream()
                .map(problem -> "\n  - " + problem)
                .collect(Collectors.joining("", "The topology has " + problems.size() + " problems:", ""));
    }

    /** What is wrong, in order of declaration, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
