package dev.netjig.suites.faults;

import dev.netjig.probe.Ping;
import dev.netjig.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** Does something to a live network: a fault, or what a fault needs around it. */
@FunctionalInterface
interface Seed {

    /** What is on the network before the fault is no matter of the test, and multicast may take its time. */
    int ATTEMPTS = 4;

    void sow(Testbed testbed);

    /** Somebody who takes TCP connections; the kernel makes them without anybody's help. */
    static Seed tcpListener(String netns, String address, int port) {
        return testbed -> {
            try {
                testbed.netns(netns).serverSocketChannel().bind(new InetSocketAddress(address, port));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on TCP port " + port + " in " + netns, e);
            }
        };
    }

    /** Somebody who takes datagrams and answers none. */
    static Seed udpListener(String netns, String address, int port) {
        return testbed -> {
            try {
                testbed.netns(netns).datagramChannel().bind(new InetSocketAddress(address, port));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on UDP port " + port + " in " + netns, e);
            }
        };
    }

    /** Lets everybody on the way learn each other's link-layer addresses before the fault comes. */
    static Seed warm(String from, String to) {
        return testbed -> {
            for (int attempt = 0; !Ping.of(testbed.netns(from), to).send().isAnswered(); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(from + " cannot reach " + to + " before the fault is there");
                }
            }
        };
    }
}
