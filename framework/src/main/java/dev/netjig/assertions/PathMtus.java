package dev.netjig.assertions;

import dev.netjig.probe.PathMtu;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.Assertions;

/** AssertJ's assertions on the largest packet that fits all the way. */
final class PathMtus {

    private PathMtus() {}

    static AbstractIntegerAssert<?> believed(NetworkNamespace netns, InetAddress to) {
        int bytes = PathMtu.of(netns, to)
                .believed()
                .orElseThrow(() -> new AssertionError("Expecting netns " + netns.name() + "\nto have a path MTU to "
                        + IpLiteral.format(to) + "\nbut it has no route there: " + netns.routeTo(to)));
        return Assertions.assertThat(bytes)
                .as("path MTU to " + IpLiteral.format(to) + " in bytes, as netns " + netns.name() + " believes");
    }

    static AbstractIntegerAssert<?> discovered(NetworkNamespace netns, InetAddress to) {
        PathMtu path = PathMtu.of(netns, to);
        int bytes = path.discovered()
                .orElseThrow(() -> new AssertionError("Expecting netns " + netns.name()
                        + "\nto discover the path MTU to " + IpLiteral.format(to) + "\nbut not even a ping of "
                        + path.smallest() + " bytes was answered"));
        return Assertions.assertThat(bytes)
                .as("path MTU to " + IpLiteral.format(to) + " in bytes, as pings of netns " + netns.name()
                        + " discovered it");
    }
}
