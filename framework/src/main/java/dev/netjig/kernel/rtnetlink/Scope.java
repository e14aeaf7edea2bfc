package dev.netjig.kernel.rtnetlink;

/**
 * {@code RT_SCOPE_…}, how far an address or a destination reaches; {@code linux/rtnetlink.h}, {@code
 * /etc/iproute2/rt_scopes}.
 *
 * @param number 0 to 255, the nearer the larger
 */
public record Scope(int number) {

    /** Anywhere; {@code global} in {@code ip}. */
    public static final Scope UNIVERSE = new Scope(0);

    public static final Scope SITE = new Scope(200);

    /** A neighbour on the device. */
    public static final Scope LINK = new Scope(253);

    /** This host. */
    public static final Scope HOST = new Scope(254);

    public static final Scope NOWHERE = new Scope(255);

    /** The name that {@code ip} prints. */
    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(number);
        };
    }
}
