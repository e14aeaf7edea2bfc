package dev.netjig.suites.support;

import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;

/** Waits until a server that was just started listens. */
public final class Listening {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** TCP_LISTEN in /proc/net/tcp, see include/net/tcp_states.h. */
    private static final String STATE = "0A";

    private Listening() {}

    /** Waits for a TCP port of {@code netns}, on whatever address. */
    public static void await(NetworkNamespace netns, int port) {
        String socket = String.format(Locale.ROOT, ":%04X ", port);
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(LIMIT)
                .until(() -> (netns.procNet("tcp") + netns.procNet("tcp6"))
                        .lines()
                        .anyMatch(line -> line.contains(socket)
                                && line.strip().split(" +", -1)[3].equals(STATE)));
    }
}
