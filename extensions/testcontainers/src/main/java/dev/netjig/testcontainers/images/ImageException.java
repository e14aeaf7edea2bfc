package dev.netjig.testcontainers.images;

import dev.netjig.jupiter.MachineLimitException;

/** An image cannot be had; the message says what failed and what to do. */
public final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImageException(String problem, String remedy) {
        super(problem + "\n  remedy: " + remedy);
    }

    ImageException(String problem, String remedy, Throwable cause) {
        super(problem + "\n  remedy: " + remedy, cause);
    }

    /** It is this machine that lacks something: tests are skipped, as where it has no Docker. */
    static ImageException ofMachine(String problem, String remedy) {
        return new ImageException(problem, remedy, new MachineLimitException(problem));
    }
}
