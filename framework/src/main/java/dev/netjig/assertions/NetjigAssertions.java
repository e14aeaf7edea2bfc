package dev.netjig.assertions;

import dev.netjig.probe.PingResult;
import dev.netjig.probe.TcpResult;
import dev.netjig.probe.UdpResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;

/** Entry points, to be imported statically beside AssertJ's own. */
public final class NetjigAssertions {

    private NetjigAssertions() {}

    /** Assertions on what a live namespace is and what it can reach. */
    public static NetworkNamespaceAssert assertThat(NetworkNamespace actual) {
        return new NetworkNamespaceAssert(actual);
    }

    /** Assertions on who reaches whom in a live topology. */
    public static TestbedAssert assertThat(Testbed actual) {
        return new TestbedAssert(actual);
    }

    /** Assertions on what an echo request met with. */
    public static PingResultAssert assertThat(PingResult actual) {
        return new PingResultAssert(actual);
    }

    /** Assertions on what an attempt to connect met with. */
    public static TcpResultAssert assertThat(TcpResult actual) {
        return new TcpResultAssert(actual);
    }

    /** Assertions on what a datagram met with. */
    public static UdpResultAssert assertThat(UdpResult actual) {
        return new UdpResultAssert(actual);
    }
}
