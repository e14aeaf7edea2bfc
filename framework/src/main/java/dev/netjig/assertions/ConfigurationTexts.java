package dev.netjig.assertions;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Cidr;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of failed assertions on what is configured. */
final class ConfigurationTexts {

    private ConfigurationTexts() {}

    static String shouldHaveLink(NetworkNamespace netns, String dev, List<LinkState> links) {
        return "Expecting netns " + netns.name() + "\nto have a device " + dev + "\nbut it has "
                + links.stream().map(LinkState::name).collect(Collectors.joining(", "));
    }

    static String shouldHaveAddress(NetworkNamespace netns, Cidr wanted) {
        List<String> addresses = netns.addresses().stream()
                .filter(entry -> entry.address().isIpv6() == wanted.isIpv6())
                .map(entry -> entry.address() + " on " + netns.devName(entry.ifindex()))
                .toList();
        return "Expecting netns " + netns.name() + "\nto have address " + wanted + "\nbut it has"
                + (addresses.isEmpty() ? " none" : " " + String.join(", ", addresses));
    }

    static String shouldHaveRoute(NetworkNamespace netns, Cidr dst) {
        return "Expecting netns " + netns.name() + "\nto have a route to " + destination(dst)
                + "\nbut its main table has" + mainTable(netns, dst);
    }

    static String shouldHaveNoRoute(NetworkNamespace netns, Cidr dst) {
        return "Expecting netns " + netns.name() + "\nto have no route to " + destination(dst)
                + "\nbut its main table has" + mainTable(netns, dst);
    }

    static String shouldBe(String object, String wanted, String actual) {
        return "Expecting " + object + "\nto be " + wanted + "\nbut it is " + actual;
    }

    static String shouldHave(String object, String wanted, String actual) {
        return "Expecting " + object + "\nto have " + wanted + "\nbut it has " + actual;
    }

    static String destination(Cidr dst) {
        return dst.isDefault() ? "default" : dst.toString();
    }

    private static String mainTable(NetworkNamespace netns, Cidr wanted) {
        List<RouteEntry> routes = netns.routes().stream()
                .filter(route -> route.table() == RouteEntry.MAIN_TABLE)
                .filter(route -> route.dst().isIpv6() == wanted.isIpv6())
                .toList();
        return routes.isEmpty()
                ? " no route"
                : routes.stream()
                        .map(route -> "\n  " + route.toString(netns::devName))
                        .collect(Collectors.joining("", ":", ""));
    }
}
