package dev.netjig.testcontainers;

import java.util.List;

/** An engine did not do what it had to; the message ends with what it logged last. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LINES = 20;

    EngineException(String problem, String log) {
        super(problem + tail(log));
    }

    private static String tail(String log) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "; it logged nothing"
                : "; it logged last:\n  "
                        + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
