package dev.netjig.topology;

/**
 * The device that a packet leaves by: {@code -o br0} or {@code ! -o br0}.
 *
 * @param name the device
 * @param negated whether it is any device but this one
 */
public record OifMatch(IfName name, boolean negated) {

    /**
     * Reads {@code br0} or {@code ! br0}, with or without the space.
     *
     * @throws InvalidValueException if the rest is no device name
     */
    public static OifMatch parse(String text) {
        boolean negated = text.startsWith("!");
        return new OifMatch(new IfName(negated ? text.substring(1).stripLeading() : text), negated);
    }

    /** {@code br0} or {@code ! br0}. */
    @Override
    public String toString() {
        return (negated ? "! " : "") + name;
    }
}
