package dev.netjig.jupiter;

/** This machine cannot run the test, and {@code netjig.strict=true} forbids to skip it. */
final class UnmetPrerequisiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmetPrerequisiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
