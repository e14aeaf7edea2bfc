package dev.netjig.probe;

import java.util.Locale;

/** What a probe speaks. */
public enum Protocol {
    ICMP,
    TCP,
    UDP;

    /** As commands write it: {@code tcp}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
