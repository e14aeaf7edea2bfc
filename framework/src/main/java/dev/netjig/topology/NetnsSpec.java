package dev.netjig.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * A network namespace: {@code ip netns add red}, or {@code ip netns attach web PID} for one that somebody else makes.
 *
 * @param name 1 to 255 bytes of {@code A-Z a-z 0-9 _ . -}, as {@code ip netns} needs it for a file name
 * @param lo whether its loopback device is brought up ({@code ip -n red link set lo up}); the kernel makes it down, and
 *     then the namespace cannot ping its own addresses
 * @param adopted whether somebody else makes it, a container engine for example: it has devices that nobody declares, its
 *     loopback device and its packet filters are left alone, and what is declared for it is done when it is there
 */
public record NetnsSpec(String name, boolean lo, boolean adopted) implements Spec {

    static final int MAX_BYTES = 255;

    /** Without '/', as {@code ip netns} wants it, and nothing that a shell or an option parser would trip over. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]*");

    /** Whether a namespace of a topology may have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && name.getBytes(UTF_8).length <= MAX_BYTES
                && !name.equals(".")
                && !name.equals("..");
    }

    /** For example {@code netns red}, {@code netns red lo down} or {@code netns web adopted}. */
    @Override
    public String toString() {
        return "netns " + name + (lo ? "" : " lo down") + (adopted ? " adopted" : "");
    }

    /** Begins a namespace with its loopback device up. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is not default. */
    public static final class Builder {

        private final String name;
        private boolean lo = true;
        private boolean adopted;

        private Builder(String name) {
            this.name = name;
        }

        /** Whether the loopback device is brought up. */
        public Builder lo(boolean up) {
            this.lo = up;
            return this;
        }

        /** Whether somebody else makes it. */
        public Builder adopted(boolean adopted) {
            this.adopted = adopted;
            return this;
        }

        /** The spec; the name is checked with the whole topology. */
        public NetnsSpec build() {
            return new NetnsSpec(name, lo, adopted);
        }
    }
}
