package dev.netjig.doctor;

import java.util.Locale;

/** What the findings of a report are ordered by. */
enum Area {
    PRIVILEGES,
    KERNEL,
    TOOLS,
    CONTAINERS;

    /** For a heading. */
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
