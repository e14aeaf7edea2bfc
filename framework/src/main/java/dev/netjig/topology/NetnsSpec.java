package dev.netjig.topology;

/**
 * A network namespace: {@code ip netns add red}.
 *
 * @param name 1 to 255 bytes of {@code A-Z a-z 0-9 _ . -}, as {@code ip netns} needs it for a file name
 * @param lo whether its loopback device is brought up ({@code ip -n red link set lo up}); the kernel makes it down, and
 *     then the namespace cannot ping its own addresses
 */
public record NetnsSpec(String name, boolean lo) implements Spec {

    /** For example {@code netns red} or {@code netns red lo down}. */
    @Override
    public String toString() {
        return "netns " + name + (lo ? "" : " lo down");
    }

    /** Begins a namespace with its loopback device up. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is not default. */
    public static final class Builder {

        private final String name;
        private boolean lo = true;

        private Builder(String name) {
            this.name = name;
        }

        /** Whether the loopback device is brought up. */
        public Builder lo(boolean up) {
            this.lo = up;
            return this;
        }

        /** The spec; the name is checked with the whole topology. */
        public NetnsSpec build() {
            return new NetnsSpec(name, lo);
        }
    }
}
