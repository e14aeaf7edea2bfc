package dev.netjig.kernel.rtnetlink;

import dev.netjig.topology.IpLiteral;
import java.util.Locale;
import java.util.function.IntFunction;

/** Routes in the words of {@code ip route}, with the table where it is not main. */
final class RouteText {

    private final IntFunction<String> devName;

    RouteText(IntFunction<String> devName) {
        this.devName = devName;
    }

    String of(RouteEntry route) {
        StringBuilder text = new StringBuilder(type(route)).append(destination(route));
        route.via().ifPresent(gateway -> text.append(" via ").append(IpLiteral.format(gateway)));
        route.oif().ifPresent(index -> text.append(" dev ").append(devName.apply(index)));
        text.append(table(route.table()));
        if (!route.protocol().equals(RouteProtocol.BOOT) && !route.protocol().equals(RouteProtocol.UNSPEC)) {
            text.append(" proto ").append(route.protocol());
        }
        if (!route.scope().equals(Scope.UNIVERSE)) {
            text.append(" scope ").append(route.scope());
        }
        route.prefsrc().ifPresent(source -> text.append(" src ").append(IpLiteral.format(source)));
        route.metric().ifPresent(number -> text.append(" metric ").append(number));
        route.mtu().ifPresent(bytes -> text.append(" mtu ").append(bytes));
        route.hoplimit().ifPresent(hops -> text.append(" hoplimit ").append(hops));
        route.nextHops().forEach(hop -> text.append(" nexthop").append(of(hop)));
        route.flags().forEach(flag -> text.append(" ").append(lower(flag)));
        return text.toString();
    }

    private String of(NextHop hop) {
        StringBuilder text = new StringBuilder();
        hop.via().ifPresent(gateway -> text.append(" via ").append(IpLiteral.format(gateway)));
        text.append(" dev ").append(devName.apply(hop.oif())).append(" weight ").append(hop.weight());
        hop.flags().forEach(flag -> text.append(" ").append(lower(flag)));
        return text.toString();
    }

    private static String type(RouteEntry route) {
        return route.type() == RouteEntry.Type.UNICAST ? "" : lower(route.type()) + " ";
    }

    private static String destination(RouteEntry route) {
        if (route.dst().isDefault()) {
            return "default";
        }
        return route.dst().isHost()
                ? IpLiteral.format(route.dst().address())
                : route.dst().toString();
    }

    private static String table(int number) {
        return switch (number) {
            case RtMsg.RT_TABLE_UNSPEC, RtMsg.RT_TABLE_MAIN -> "";
            case RtMsg.RT_TABLE_LOCAL -> " table local";
            default -> " table " + Integer.toUnsignedString(number);
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
