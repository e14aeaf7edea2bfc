package dev.netjig.assertions;

import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a route. */
public final class RouteAssert extends AbstractAssert<RouteAssert, RouteEntry> {

    private final NetworkNamespace netns;
    private final String object;

    RouteAssert(NetworkNamespace netns, String object, RouteEntry actual) {
        super(actual, RouteAssert.class);
        this.netns = netns;
        this.object = object;
    }

    /** Its gateway. */
    public RouteAssert via(String gateway) {
        Optional<InetAddress> wanted = Optional.of(IpLiteral.parse(gateway));
        if (!actual.via().equals(wanted)) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object,
                            "via " + gateway,
                            actual.via()
                                    .map(via -> "via " + IpLiteral.format(via))
                                    .orElse("no gateway")));
        }
        return this;
    }

    /** It has no gateway: the destinations are neighbours. */
    public RouteAssert onLink() {
        actual.via().ifPresent(via -> {
            throw failure("%s", ConfigurationTexts.shouldHave(object, "no gateway", "via " + IpLiteral.format(via)));
        });
        return this;
    }

    /** Its device. */
    public RouteAssert dev(String dev) {
        String name =
                actual.oif().isPresent() ? "dev " + netns.devName(actual.oif().getAsInt()) : "no device";
        if (!name.equals("dev " + dev)) {
            throw failure("%s", ConfigurationTexts.shouldHave(object, "dev " + dev, name));
        }
        return this;
    }

    /** The source address that it gives to packets of its own namespace. */
    public RouteAssert src(String address) {
        Optional<InetAddress> wanted = Optional.of(IpLiteral.parse(address));
        if (!actual.prefsrc().equals(wanted)) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object,
                            "src " + address,
                            actual.prefsrc()
                                    .map(src -> "src " + IpLiteral.format(src))
                                    .orElse("no src")));
        }
        return this;
    }
}
