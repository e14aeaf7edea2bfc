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
public final class EchoExchange implements Exchange {

    private static final AtomicInteger IDS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());
    private static final int MARK = 8;

    private final NetworkNamespace from;
    private final InetAddress to;
    private final IcmpSocket socket;
    private final EchoRequest request;
    private final List<IcmpError> errors = new ArrayList<>();
    private final Stopwatch time = new Stopwatch();
    private @Nullable Errno refusal;
    private @Nullable EchoReply reply;

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

    @Override
    public Flow flow() {
        return new Flow.Echo(request.id(), request.sequence());
    }

    @Override
    public Optional<Errno> send() {
        time.start();
        refusal = socket.send(request, to).orElse(null);
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        int before = errors.size();
        while (reply == null && errors.size() == before) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<IcmpEvent> event = socket.await(left);
            if (event.isEmpty()) {
                time.gaveUpAt(deadline);
                return false;
            }
            accept(event.get());
        }
        return true;
    }

    @Override
    public PingResult result() {
        boolean silent = reply == null && errors.isEmpty();
        return new PingResult(
                from.name(),
                to,
                Optional.ofNullable(refusal),
                Optional.ofNullable(reply),
                errors,
                silent ? time.waited() : time.elapsed());
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
            // An answer from another address is none: the capture shows it.
            if ((echo.from().equals(to) || to.isAnyLocalAddress() || to.isMulticastAddress())
                    && echo.id() == request.id()
                    && echo.sequence() == request.sequence()
                    && Arrays.equals(echo.payload(), request.payload())) {
                reply = new EchoReply(echo.from(), echo.ttl(), time.elapsed());
            }
        } else if (event instanceof IcmpEvent.QueuedError error && isAboutOurs(error)) {
            errors.add(IcmpError.of(error));
        }
    }
}
