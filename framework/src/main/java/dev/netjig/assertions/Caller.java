package dev.netjig.assertions;

/** The line of the test that called an assertion. */
final class Caller {

    private Caller() {}

    static String outside(Class<?> assertion) {
        String home = assertion.getPackageName();
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(home + ".") || isTest(frame))
                        .findFirst()
                        .map(frame -> frame.toStackTraceElement().toString())
                        .orElse("an unknown place"));
    }

    /** netjig's own tests of its assertions live in the same package. */
    private static boolean isTest(StackWalker.StackFrame frame) {
        return frame.getClassName().endsWith("Tests");
    }
}
