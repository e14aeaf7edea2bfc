package dev.netjig.kernel.icmp;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.MessageBuffer;
import dev.netjig.kernel.libc.ReceivedMessage;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The error queue of a socket, {@code IP_RECVERR} in {@code ip(7)}: the ICMP errors about what the socket sent, whole,
 * where {@code SO_ERROR} tells but an errno, and for TCP often only after the next retransmission.
 */
public final class ErrorQueue {

    private final boolean v4;
    private final Fd fd;

    private ErrorQueue(boolean v4, Fd fd) {
        this.v4 = v4;
        this.fd = fd;
    }

    /** Has the kernel queue the errors of {@code fd}, a socket for IPv4 or else for IPv6. */
    public static ErrorQueue of(Fd fd, boolean v4) {
        Sys.setsockopt(fd, v4 ? Const.IPPROTO_IP : Const.IPPROTO_IPV6, v4 ? Const.IP_RECVERR : Const.IPV6_RECVERR, 1);
        return new ErrorQueue(v4, fd);
    }

    /** The next message of the queue; empty if there is none now. */
    public Optional<ReceivedMessage> next(MessageBuffer buffer) {
        return buffer.receive(fd, Const.MSG_ERRQUEUE);
    }

    /** What a message of the queue says. */
    public Optional<IcmpEvent.QueuedError> read(ReceivedMessage message) {
        Optional<byte[]> extended = v4
                ? message.control(Const.IPPROTO_IP, Const.IP_RECVERR)
                : message.control(Const.IPPROTO_IPV6, Const.IPV6_RECVERR);
        return extended.filter(bytes -> bytes.length >= 16).map(bytes -> {
            ByteBuffer error = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            return new IcmpEvent.QueuedError(
                    Errno.of(error.getInt(0)),
                    IcmpEvent.Origin.of(error.get(4)),
                    error.get(5) & 0xff,
                    error.get(6) & 0xff,
                    error.getInt(8),
                    SocketAddress.parse(Arrays.copyOfRange(bytes, 16, bytes.length))
                            .map(InetSocketAddress::getAddress),
                    message.data());
        });
    }
}
