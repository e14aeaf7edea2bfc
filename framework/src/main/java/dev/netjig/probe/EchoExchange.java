package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.icmp.EchoRequest;
import dev.netjig.kernel.icmp.IcmpEvent;
import dev.netjig.kernel.icmp.IcmpSocket;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One echo request and what comes back for it. {@link Ping} waits for the end; the diagnosis looks in between.
 *
 * <p>The request is told from all others by its id and sequence number and by a random mark in its payload.
 */
public final class EchoExchange implements AutoCloseable {

    private static final AtomicInteger IDS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());
    private static final int MARK = 8;

    private final NetworkNamespace from;
    private final InetAddress to;
    private final IcmpSocket socket;
    private final EchoRequest request;
    private final List<IcmpError> errors = new ArrayList<>();
    private @Nullable Errno refusal;
    private @Nullable EchoReply reply;
    private long sentAt;

    /** The end of the last wait in vain, not of the wake-up after it: who waits for 1 s is told 1000 ms, not 1003. */
    private @Nullable Long givenUpAt;

    private EchoExchange(NetworkNamespace from, InetAddress to, IcmpSocket socket, EchoRequest request) {
        this.from = from;
        this.to = to;
        this.socket = socket;
        this.request = request;
    }

    static EchoExchange open(NetworkNamespace from, InetAddress to, int payloadSize) {
        IcmpSocket socket = from.open(() -> IcmpSocket.openFor(to));
        byte[] payload = new byte[Math.max(MARK, payloadSize)];
        ByteBuffer.wrap(payload).putLong(ThreadLocalRandom.current().nextLong());
        return new EchoExchange(
                from, to, socket, new EchoRequest(IDS.incrementAndGet() & 0xffff, anySequence(), payload));
    }

    /** An exchange with ping's usual 56 bytes of payload. */
    public static EchoExchange open(NetworkNamespace from, InetAddress to) {
        return open(from, to, Ping.PAYLOAD);
    }

    IcmpSocket socket() {
        return socket;
    }

    /** The identifier that the request carries. */
    public int id() {
        return request.id();
    }

    /** The sequence number that the request carries. */
    public int sequence() {
        return request.sequence();
    }

    /** Sends the request once; the errno says why the sender's own kernel refused to. */
    public Optional<Errno> send() {
        sentAt = System.nanoTime();
        refusal = socket.send(request, to).orElse(null);
        return Optional.ofNullable(refusal);
    }

    /** Waits for the reply or an error, whichever is first, up to {@code timeout}; true if one came. */
    public boolean await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        int before = errors.size();
        while (reply == null && errors.size() == before) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<IcmpEvent> event = socket.await(left);
            if (event.isEmpty()) {
                givenUpAt = deadline;
                return false;
            }
            accept(event.get());
        }
        return true;
    }

    /** What is known by now. */
    public PingResult result() {
        boolean silent = reply == null && errors.isEmpty();
        long until = silent && givenUpAt != null ? givenUpAt : System.nanoTime();
        return new PingResult(
                from.name(),
                to,
                Optional.ofNullable(refusal),
                Optional.ofNullable(reply),
                errors,
                Duration.ofNanos(until - sentAt));
    }

    @Override
    public void close() {
        socket.close();
    }

    /** A number that no other sender in the namespace uses by chance: programs start at 0 or 1. */
    private static int anySequence() {
        return ThreadLocalRandom.current().nextInt(0x1000, 0x10000);
    }

    /** What the kernel itself reports concerns this socket; an ICMP error may concern anybody's echo request. */
    private boolean isAboutOurs(IcmpEvent.QueuedError error) {
        return error.origin() == IcmpEvent.Origin.LOCAL || request.isQuotedBy(error.quoted());
    }

    private void accept(IcmpEvent event) {
        if (event instanceof IcmpEvent.EchoReply echo) {
            if (echo.id() == request.id()
                    && echo.sequence() == request.sequence()
                    && Arrays.equals(echo.payload(), request.payload())) {
                reply = new EchoReply(echo.from(), echo.ttl(), Duration.ofNanos(System.nanoTime() - sentAt));
            }
        } else if (event instanceof IcmpEvent.QueuedError error && isAboutOurs(error)) {
            errors.add(new IcmpError(
                    error.errno(),
                    error.origin() == IcmpEvent.Origin.LOCAL,
                    error.type(),
                    error.code(),
                    error.offender(),
                    error.info()));
        }
    }
}
