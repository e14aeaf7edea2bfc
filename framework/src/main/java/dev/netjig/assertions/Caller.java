package dev.netjig.assertions;

import java.util.Set;

/** The line of the test that called an assertion. */
final class Caller {

    private Caller() {}

    static String outside(Class<?> assertion) {
        Set<String> inside = Set.of(Caller.class.getName(), assertion.getName());
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !inside.contains(frame.getClassName()))
                        .findFirst()
                        .map(frame -> frame.toStackTraceElement().toString())
                        .orElse("an unknown place"));
    }
}
