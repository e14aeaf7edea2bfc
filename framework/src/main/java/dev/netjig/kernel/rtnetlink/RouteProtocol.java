package dev.netjig.kernel.rtnetlink;

/**
 * {@code RTPROT_…}, who made a route; {@code linux/rtnetlink.h}, {@code /etc/iproute2/rt_protos}.
 *
 * @param number 0 to 255
 */
public record RouteProtocol(int number) {

    public static final RouteProtocol UNSPEC = new RouteProtocol(0);

    /** The kernel, for an address. */
    public static final RouteProtocol KERNEL = new RouteProtocol(2);

    /** Somebody by hand, or netjig: what {@code ip route add} uses if it is told nothing. */
    public static final RouteProtocol BOOT = new RouteProtocol(3);

    public static final RouteProtocol STATIC = new RouteProtocol(4);

    /** The name that {@code ip} prints. */
    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "unspec";
            case 1 -> "redirect";
            case 2 -> "kernel";
            case 3 -> "boot";
            case 4 -> "static";
            case 9 -> "ra";
            case 16 -> "dhcp";
            default -> Integer.toString(number);
        };
    }
}
