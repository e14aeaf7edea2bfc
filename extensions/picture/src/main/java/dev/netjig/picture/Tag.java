package dev.netjig.picture;

import dev.netjig.topology.Spec;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a namespace's stack was told: a route, a rule, a setting.
 *
 * @param text in short
 * @param full with who asked for it
 * @param spec what was declared; empty if the packet brought it to light
 * @param comment the comment that its rule carries in the kernel
 */
record Tag(Kind kind, String text, String full, Optional<Spec> spec, Optional<String> comment) {

    /** In the order in which they are listed. */
    enum Kind {
        FILTER,
        NAT,
        ROUTE,
        SYSCTL;

        /** The CSS class of its sign. */
        String css() {
            return switch (this) {
                case FILTER -> "kf";
                case NAT -> "kn";
                case ROUTE -> "kr";
                case SYSCTL -> "ks";
            };
        }

        String sign() {
            return this == NAT ? "NAT" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
