package dev.netjig.probe;

/** The words of ping for the errors of ICMPv6, {@code linux/icmpv6.h}. */
final class Icmpv6Words {

    private Icmpv6Words() {}

    static String of(int type, int code) {
        return switch (type) {
            case 1 -> "Destination unreachable: " + unreachable(code);
            case 2 -> "Packet too big";
            case 3 -> "Time exceeded: " + (code == 0 ? "Hop limit" : "Defragmentation failure");
            case 4 -> "Parameter problem";
            default -> "ICMPv6 type " + type + " code " + code;
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "No route";
            case 1 -> "Administratively prohibited";
            case 2 -> "Beyond scope of source address";
            case 3 -> "Address unreachable";
            case 4 -> "Port unreachable";
            case 5 -> "Source address failed ingress/egress policy";
            case 6 -> "Reject route to destination";
            default -> "Unknown code " + code;
        };
    }
}
