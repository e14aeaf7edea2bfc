package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a probe met with. Evidence, not a judgement: no answer is a result like any other. */
public sealed interface ProbeResult permits PingResult, TcpResult, UdpResult {

    /** The namespace that sent it. */
    String netns();

    Endpoint to();

    /** Whether what was asked for came: an echo reply, a connection, a datagram. */
    boolean isAnswered();

    /** Why the sender's own kernel refused to send it. */
    Optional<Errno> refusal();

    /** Errors that came instead of an answer, in their order. */
    List<IcmpError> errors();

    /** From sending to the answer, the error, or to giving up. */
    Duration elapsed();

    /** In a few words: {@code no reply within 1000 ms}. */
    String summary();
}
