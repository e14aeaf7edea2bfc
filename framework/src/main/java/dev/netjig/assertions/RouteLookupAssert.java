package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what the kernel would do with a packet; {@code ip route get}. */
public final class RouteLookupAssert extends AbstractAssert<RouteLookupAssert, RouteLookup> {

    private final NetworkNamespace netns;
    private final InetAddress to;

    RouteLookupAssert(NetworkNamespace netns, InetAddress to, RouteLookup actual) {
        super(actual, RouteLookupAssert.class);
        this.netns = netns;
        this.to = to;
    }

    /** It goes by this gateway. */
    public RouteAssert via(String gateway) {
        return found().via(gateway);
    }

    /** It goes by this device. */
    public RouteAssert dev(String dev) {
        return found().dev(dev);
    }

    /** It goes straight to a neighbour, by no gateway. */
    public RouteAssert onLink() {
        return found().onLink();
    }

    /** The source address that a packet of this namespace gets. */
    public RouteAssert src(String address) {
        return found().src(address);
    }

    /** The kernel refuses it with {@code errno}: ENETUNREACH without a route. */
    public RouteLookupAssert isRefusedWith(Errno errno) {
        if (!(actual instanceof RouteLookup.Refused refused) || !refused.errno().equals(errno)) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "refused with " + errno, text()));
        }
        return this;
    }

    private RouteAssert found() {
        if (actual instanceof RouteLookup.Found found) {
            RouteEntry route = found.route();
            return new RouteAssert(netns, object(), route);
        }
        throw failure("%s", ConfigurationTexts.shouldBe(object(), "found", text()));
    }

    private String object() {
        return "the route to " + IpLiteral.format(to) + " in netns " + netns.name();
    }

    private String text() {
        return actual instanceof RouteLookup.Found found
                ? "found: " + found.route().toString(netns::devName)
                : "refused: " + actual;
    }
}
