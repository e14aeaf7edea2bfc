package dev.netjig.reports;

import org.jspecify.annotations.Nullable;

/** There is no report to make. The message is for the person who runs the build. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
