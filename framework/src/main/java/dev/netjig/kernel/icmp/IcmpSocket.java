package dev.netjig.kernel.icmp;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.MessageBuffer;
import dev.netjig.kernel.libc.ReceivedMessage;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A raw socket for ICMP or ICMPv6 echo. It belongs to the namespace of the thread that opened it and may be used from
 * any other, by one thread at a time.
 *
 * <p>A raw socket and not a "ping socket" ({@code SOCK_DGRAM}), because those need {@code net.ipv4.ping_group_range} to
 * be set in every namespace. It therefore sees the replies to everybody's echo requests, and errors about them: compare id and
 * payload.
 */
public final class IcmpSocket implements AutoCloseable {

    private static final int ICMP_ECHO = 8;
    private static final int ICMP_ECHOREPLY = 0;
    private static final int ICMPV6_ECHO_REQUEST = 128;
    private static final int ICMPV6_ECHO_REPLY = 129;
    private static final int PMTUDISC_DO = 2;

    private final boolean v4;
    private final Fd fd;
    private final ErrorQueue errors;
    private final MessageBuffer buffer = new MessageBuffer(65_536);

    private IcmpSocket(boolean v4, Fd fd) {
        this.v4 = v4;
        this.fd = fd;
        this.errors = ErrorQueue.of(fd, v4);
    }

    /** Opens a socket for the family of {@code destination} in the calling thread's namespace. */
    public static IcmpSocket openFor(InetAddress destination) {
        boolean v4 = destination instanceof Inet4Address;
        Fd fd = v4
                ? Sys.socket(Const.AF_INET, Const.SOCK_RAW, Const.IPPROTO_ICMP, "raw ICMP socket")
                : Sys.socket(Const.AF_INET6, Const.SOCK_RAW, Const.IPPROTO_ICMPV6, "raw ICMPv6 socket");
        Sys.setsockopt(fd, Const.SOL_SOCKET, Const.SO_TIMESTAMPNS, 1);
        if (!v4) {
            Sys.setsockopt(fd, Const.IPPROTO_IPV6, Const.IPV6_RECVHOPLIMIT, 1);
        }
        return new IcmpSocket(v4, fd);
    }

    /** The ttl (hop limit) of what is sent from now on; {@code ping -t}. */
    public void ttl(int ttl) {
        if (v4) {
            Sys.setsockopt(fd, Const.IPPROTO_IP, Const.IP_TTL, ttl);
        } else {
            Sys.setsockopt(fd, Const.IPPROTO_IPV6, Const.IPV6_UNICAST_HOPS, ttl);
        }
    }

    /** Forbids fragmentation of what is sent from now on; {@code ping -M do}. */
    public void dontFragment() {
        Sys.setsockopt(
                fd,
                v4 ? Const.IPPROTO_IP : Const.IPPROTO_IPV6,
                v4 ? Const.IP_MTU_DISCOVER : Const.IPV6_MTU_DISCOVER,
                PMTUDISC_DO);
    }

    /** Sends from {@code source}; {@code ping -I}. */
    public Optional<Errno> bind(InetAddress source) {
        return Sys.tryBind(fd, SocketAddress.of(source, 0));
    }

    /** Sends {@code request}; the errno says why the kernel refused to. */
    public Optional<Errno> send(EchoRequest request, InetAddress to) {
        return Sys.trySend(fd, request.toBytes(v4 ? ICMP_ECHO : ICMPV6_ECHO_REQUEST), SocketAddress.of(to, 0));
    }

    /** The next reply or error, or empty when {@code timeout} passed first. */
    public Optional<IcmpEvent> await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<IcmpEvent> event = next();
            if (event.isPresent()) {
                return event;
            }
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (Sys.poll(fd, Const.POLLIN, left) == 0) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        fd.close();
    }

    private Optional<IcmpEvent> next() {
        while (true) {
            Optional<ReceivedMessage> error = errors.next(buffer);
            Optional<IcmpEvent> event = error.flatMap(errors::read);
            if (event.isPresent()) {
                return event;
            }
            Optional<ReceivedMessage> message = buffer.receive(fd, 0);
            event = message.flatMap(this::reply);
            if (event.isPresent() || (message.isEmpty() && error.isEmpty())) {
                return event;
            }
        }
    }

    private Optional<IcmpEvent> reply(ReceivedMessage message) {
        byte[] data = message.data();
        int offset = v4 ? (data.length > 0 ? (data[0] & 0xf) * 4 : 0) : 0;
        if (data.length < offset + 8 || data[offset] != (byte) (v4 ? ICMP_ECHOREPLY : ICMPV6_ECHO_REPLY)) {
            return Optional.empty();
        }
        int ttl = v4
                ? data[8] & 0xff
                : message.control(Const.IPPROTO_IPV6, Const.IPV6_HOPLIMIT)
                        .map(bytes -> nativeOrder(bytes).getInt())
                        .orElse(0);
        ByteBuffer icmp = ByteBuffer.wrap(data, offset, data.length - offset);
        return SocketAddress.parse(message.name())
                .map(InetSocketAddress::getAddress)
                .map(from -> new IcmpEvent.EchoReply(
                        from,
                        ttl,
                        Short.toUnsignedInt(icmp.getShort(offset + 4)),
                        Short.toUnsignedInt(icmp.getShort(offset + 6)),
                        Arrays.copyOfRange(data, offset + 8, data.length),
                        timestamp(message)));
    }

    private static long timestamp(ReceivedMessage message) {
        return message.control(Const.SOL_SOCKET, Const.SO_TIMESTAMPNS)
                .map(IcmpSocket::nativeOrder)
                .map(time -> time.getLong(0) * 1_000_000_000L + time.getLong(8))
                .orElse(0L);
    }

    private static ByteBuffer nativeOrder(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
