package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one echo request met with. Evidence, not a judgement: no reply is a result like any other.
 *
 * @param netns the namespace that sent it
 * @param refusal why the sender's own kernel refused to send it
 * @param reply the answer, if it came in time
 * @param errors errors that came instead, in their order
 * @param waited from sending to the answer, or to giving up
 */
public record PingResult(
        String netns,
        InetAddress destination,
        Optional<Errno> refusal,
        Optional<EchoReply> reply,
        List<IcmpError> errors,
        Duration waited)
        implements ProbeResult {

    public PingResult {
        errors = List.copyOf(errors);
    }

    @Override
    public Endpoint to() {
        return Endpoint.icmp(destination);
    }

    /** The time of the reply, or {@link #waited} without one. */
    @Override
    public Duration elapsed() {
        return reply.map(EchoReply::rtt).orElse(waited);
    }

    @Override
    public boolean isAnswered() {
        return reply.isPresent();
    }

    /** {@code reply from 192.168.0.3: ttl=64}, {@code no reply within 1000 ms}. */
    @Override
    public String summary() {
        if (reply.isPresent()) {
            return reply.get().toString();
        }
        if (refusal.isPresent()) {
            return "not sent: " + refusal.get();
        }
        if (!errors.isEmpty()) {
            return errors.get(0).toString();
        }
        return "no reply within " + waited.toMillis() + " ms";
    }

    @Override
    public String toString() {
        return "ping " + netns + " → " + to().hostAndPort() + ": " + summary();
    }
}
