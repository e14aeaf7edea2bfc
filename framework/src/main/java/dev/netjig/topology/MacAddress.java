package dev.netjig.topology;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Ethernet address: {@code IFLA_ADDRESS}, {@code ip link … address}.
 *
 * @param value six bytes in hexadecimal, lower case, with colons: {@code 02:00:00:00:00:01}
 */
public record MacAddress(String value) {

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final HexFormat HEX = HexFormat.ofDelimiter(":");

    /**
     * Takes the text in lower case.
     *
     * @throws InvalidValueException if the text is no Ethernet address; upper case is taken too
     */
    public MacAddress {
        String given = value;
        value = value.toLowerCase(Locale.ROOT);
        if (!TEXT.matcher(value).matches()) {
            throw new InvalidValueException(
                    given, "is no Ethernet address", "write six bytes in hexadecimal: 02:00:00:00:00:01");
        }
    }

    /**
     * The address in these bytes, as the kernel sends them.
     *
     * @throws InvalidValueException if they are not six
     */
    public static MacAddress of(byte[] bytes) {
        return new MacAddress(HEX.formatHex(bytes));
    }

    /** The six bytes, in the order of the text. */
    public byte[] bytes() {
        return HEX.parseHex(value);
    }

    /** Whether a device may have it: {@code is_valid_ether_addr()}, neither all zero nor a group address. */
    public boolean isUnicast() {
        return (bytes()[0] & 1) == 0 && !value.equals("00:00:00:00:00:00");
    }

    @Override
    public String toString() {
        return value;
    }
}
