package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A netlink socket to which the kernel reports without being asked, and on which it drops what is not read in time. */
final class TraceSocket implements AutoCloseable {

    private final NetlinkSocket socket;
    private boolean overrun;

    TraceSocket(NetlinkSocket socket) {
        this.socket = socket;
    }

    /** Hands out the datagrams that are there now. */
    void drain(Consumer<byte[]> reader) {
        while (true) {
            try {
                byte[] datagram = socket.receive(Duration.ZERO);
                if (datagram.length == 0) {
                    return;
                }
                reader.accept(datagram);
            } catch (KernelException refused) {
                if (!refused.errno().equals(Optional.of(Errno.ENOBUFS))) {
                    throw refused;
                }
                overrun = true;
            }
        }
    }

    /** Whether the kernel had to drop something. */
    boolean isOverrun() {
        return overrun;
    }

    @Override
    public void close() {
        socket.close();
    }
}
