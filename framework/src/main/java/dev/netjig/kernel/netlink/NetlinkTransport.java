package dev.netjig.kernel.netlink;

import java.time.Duration;

/** What carries netlink datagrams to the kernel and back: a socket, or a fake in tests. */
public interface NetlinkTransport extends AutoCloseable {

    /**
     * Sends one datagram, which may hold several messages.
     *
     * @throws dev.netjig.kernel.KernelException if the kernel takes none of it
     */
    void send(byte[] datagram);

    /**
     * The next datagram from the kernel; an empty array if {@code timeout} passes first.
     *
     * @throws dev.netjig.kernel.KernelException with ENOBUFS if the kernel had to drop datagrams
     */
    byte[] receive(Duration timeout);

    @Override
    void close();
}
