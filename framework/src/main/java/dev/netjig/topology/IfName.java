package dev.netjig.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The name of a network device, as the kernel's {@code dev_valid_name()} takes it ({@code IFNAMSIZ}, linux/if.h).
 *
 * @param value 1 to 15 bytes in UTF-8, without '/', ':' and white space, not {@code .} or {@code ..}, and without '%',
 *     which the kernel takes for a template ({@code eth%d})
 */
public record IfName(String value) {

    /** The loopback device, which every namespace has from the start. */
    public static final IfName LO = new IfName("lo");

    private static final int MAX_BYTES = 15;

    /**
     * Takes the name as it is.
     *
     * @throws InvalidValueException if the kernel would refuse the name
     */
    public IfName {
        int bytes = value.getBytes(UTF_8).length;
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new InvalidValueException(
                    value,
                    "is " + bytes + " bytes long",
                    "a device name has 1 to " + MAX_BYTES + " bytes (IFNAMSIZ is 16 with its final zero)");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new InvalidValueException(value, "is a directory name", "a device name is neither . nor ..");
        }
        for (byte character : value.getBytes(UTF_8)) {
            if (isRefused(character)) {
                throw new InvalidValueException(
                        value,
                        "contains " + (character > ' ' ? "'" + (char) character + "'" : "white space"),
                        "a device name is free of '/', ':', '%', white space and control characters");
            }
        }
    }

    /** The kernel looks at bytes, and its isspace() counts Latin-1's 0xa0: "à" (c3 a0) is refused, "é" is not. */
    private static boolean isRefused(byte character) {
        boolean space = (character >= 0 && character <= ' ') || character == (byte) 0xa0 || character == 0x7f;
        return space || character == '/' || character == ':' || character == '%';
    }

    @Override
    public String toString() {
        return value;
    }
}
