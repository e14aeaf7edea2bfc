package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.icmp.ErrorQueue;
import dev.netjig.kernel.icmp.IcmpEvent;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.MessageBuffer;
import dev.netjig.kernel.libc.ReceivedMessage;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A TCP or UDP socket of a probe: it knows its port before it sends anything, and keeps the errors about it. */
final class ProbeSocket implements AutoCloseable {

    private static final int QUOTED = 2048;

    private final Fd fd;
    private final ErrorQueue queue;
    private final int port;
    private final MessageBuffer buffer = new MessageBuffer(QUOTED);
    private final List<IcmpError> errors = new ArrayList<>();

    private ProbeSocket(Fd fd, ErrorQueue queue, int port) {
        this.fd = fd;
        this.queue = queue;
        this.port = port;
    }

    static ProbeSocket open(NetworkNamespace from, Endpoint to, int type) {
        int family = to.isIpv4() ? Const.AF_INET : Const.AF_INET6;
        Fd fd = from.open(() -> Sys.socket(family, type, 0, to.protocol() + " probe"));
        try {
            Sys.bind(fd, SocketAddress.of(anyAddress(to.isIpv4()), 0));
            int port = SocketAddress.parse(Sys.getsockname(fd))
                    .map(InetSocketAddress::getPort)
                    .orElse(0);
            return new ProbeSocket(fd, ErrorQueue.of(fd, to.isIpv4()), port);
        } catch (RuntimeException failed) {
            fd.close();
            throw failed;
        }
    }

    Fd fd() {
        return fd;
    }

    int port() {
        return port;
    }

    List<IcmpError> errors() {
        return List.copyOf(errors);
    }

    /** What the newest error means to a program. */
    Errno lastErrno() {
        return errors.get(errors.size() - 1).errno();
    }

    /** Takes the errors that are there now; true if there were any. */
    boolean drainErrors() {
        int before = errors.size();
        Optional<ReceivedMessage> message = queue.next(buffer);
        while (message.isPresent()) {
            queue.read(message.get())
                    .filter(error -> error.origin() != IcmpEvent.Origin.NONE)
                    .map(IcmpError::of)
                    .ifPresent(errors::add);
            message = queue.next(buffer);
        }
        return errors.size() > before;
    }

    @Override
    public void close() {
        fd.close();
    }

    private static InetAddress anyAddress(boolean v4) {
        return IpLiteral.parse(v4 ? "0.0.0.0" : "::");
    }
}
