package dev.netjig.doctor;

import java.util.Locale;

/** How something stands that tests need. */
enum State {
    /** It is there. */
    OK,
    /** It is not there, and some tests cannot run without it. */
    LIMITED,
    /** It is not there, and no test can run without it. */
    MISSING,
    /** It was not tried, because something else is missing or because trying would change the machine. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
