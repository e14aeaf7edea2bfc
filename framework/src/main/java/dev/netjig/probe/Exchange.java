package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.time.Duration;
import java.util.Optional;

/** A probe under way: it is sent once, and waited for as often as one likes. */
public sealed interface Exchange extends AutoCloseable permits EchoExchange, SocketExchange {

    /** How to tell its packets from all others. */
    Flow flow();

    /** Sends it; the errno says why the sender's own kernel refused to. */
    Optional<Errno> send();

    /** Waits for the answer or an error, whichever is first, up to {@code timeout}; true if one came. */
    boolean await(Duration timeout);

    /** What is known by now. */
    ProbeResult result();

    @Override
    void close();
}
