package dev.netjig.jupiter;

/**
 * Thrown by the set-up of an extension to say that this machine cannot run the test, for whatever reason that is not the
 * test's: see {@link CurrentTestbed#orSkip}.
 */
public final class MachineLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what the machine lacks, and how to get it */
    public MachineLimitException(String message) {
        super(message);
    }
}
