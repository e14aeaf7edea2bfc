package dev.netjig.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Colours for a terminal, or none at all. */
public enum Paint {
    PLAIN,
    ANSI;

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** Colours only where a person looks: on a terminal that can, unless <a href="https://no-color.org">NO_COLOR</a>. */
    public static Paint forStandardOutput() {
        return of(System.getenv(), target(STANDARD_OUTPUT));
    }

    public static Paint of(Map<String, String> environment, String standardOutput) {
        boolean terminal = standardOutput.startsWith("/dev/pts/") || standardOutput.startsWith("/dev/tty");
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && wanted ? ANSI : PLAIN;
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    /** In the colour of {@code verdict}. */
    public String verdict(Status verdict, String text) {
        return switch (verdict) {
            case PASSED -> paint("32", text);
            case FAILED -> paint("1;31", text);
            case SKIPPED -> paint("33", text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[m";
    }

    /** What a descriptor leads to; empty where there is no telling. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
