package dev.netjig.testcontainers.images;

/** An image cannot be had; the message says what failed and what to do. */
public final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImageException(String problem, String remedy) {
        super(problem + "\n  remedy: " + remedy);
    }

    ImageException(String problem, String remedy, Throwable cause) {
        super(problem + "\n  remedy: " + remedy, cause);
    }
}
