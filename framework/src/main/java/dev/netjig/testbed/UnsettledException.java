package dev.netjig.testbed;

/** A test ended with something begun and not finished, for example an expected failure without its reason. */
public final class UnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsettledException(String text) {
        super(text);
    }
}
