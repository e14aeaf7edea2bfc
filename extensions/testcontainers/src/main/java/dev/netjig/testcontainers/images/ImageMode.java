package dev.netjig.testcontainers.images;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where images come from: {@code -Dnetjig.images=auto|pull|offline}. */
public enum ImageMode {

    /** Pulled if the engine can pull, which it cannot from a node without a way to a registry; else a stand-in. */
    AUTO,

    /** Pulled by the engine, or an error. */
    PULL,

    /** Stand-ins only. */
    OFFLINE;

    static final String PROPERTY = "netjig.images";

    /**
     * What the system property {@value #PROPERTY} says, {@link #AUTO} unless set.
     *
     * @throws IllegalArgumentException if it is none of the modes
     */
    public static ImageMode configured() {
        return parse(System.getProperty(PROPERTY, "auto"));
    }

    static ImageMode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-D" + PROPERTY + " has to be one of "
                        + Arrays.stream(values()).map(ImageMode::word).collect(Collectors.joining(", "))
                        + ", but is \"" + text + "\""));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
