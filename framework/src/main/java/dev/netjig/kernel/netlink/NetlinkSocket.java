package dev.netjig.kernel.netlink;

import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/**
 * An {@code AF_NETLINK} socket. It belongs to the network namespace of the thread that opened it and may be used from
 * any other, by one thread at a time.
 */
public final class NetlinkSocket implements NetlinkTransport {

    /** The kernel cuts a dump into parts that fit the reader's buffer, up to 32 KiB; a message has two or three KiB. */
    private static final int BUFFER = 16 * 1024;

    private final Fd fd;
    private final byte[] buffer = new byte[BUFFER];

    private NetlinkSocket(Fd fd) {
        this.fd = fd;
    }

    /** Opens a socket of {@code NETLINK_ROUTE} with extended acknowledgements in the calling thread's namespace. */
    public static NetlinkSocket openRoute() {
        NetlinkSocket socket = open(Const.NETLINK_ROUTE, "NETLINK_ROUTE");
        Sys.setsockopt(socket.fd, Const.SOL_NETLINK, Const.NETLINK_EXT_ACK, 1);
        Sys.setsockopt(socket.fd, Const.SOL_NETLINK, Const.NETLINK_CAP_ACK, 1);
        return socket;
    }

    /** Opens a socket of {@code NETLINK_NETFILTER} in the calling thread's namespace. */
    public static NetlinkSocket openNetfilter() {
        return open(Const.NETLINK_NETFILTER, "NETLINK_NETFILTER");
    }

    private static NetlinkSocket open(int protocol, String what) {
        Fd fd = Sys.socket(Const.AF_NETLINK, Const.SOCK_RAW, protocol, what);
        Sys.bind(fd, address());
        return new NetlinkSocket(fd);
    }

    /** Joins the multicast group {@code group}, for example {@code RTNLGRP_LINK}. */
    public void join(int group) {
        Sys.setsockopt(fd, Const.SOL_NETLINK, Const.NETLINK_ADD_MEMBERSHIP, group);
    }

    /** The port id that the kernel gave this socket: replies carry it. */
    public int portId() {
        return ByteBuffer.wrap(Sys.getsockname(fd))
                .order(ByteOrder.nativeOrder())
                .getInt(4);
    }

    @Override
    public void send(byte[] datagram) {
        Sys.trySend(fd, datagram, address()).ifPresent(errno -> {
            throw dev.netjig.kernel.KernelException.refused("send to netlink", errno);
        });
    }

    @Override
    public byte[] receive(Duration timeout) {
        // The answer to a request is there when send() returns, so the first look almost never has to wait.
        int received = Sys.receive(fd, buffer);
        if (received == 0 && Sys.poll(fd, Const.POLLIN, timeout) != 0) {
            received = Sys.receive(fd, buffer);
        }
        return Arrays.copyOf(buffer, received);
    }

    @Override
    public void close() {
        fd.close();
    }

    /** {@code struct sockaddr_nl}, {@code linux/netlink.h}, for the kernel (port 0) and no group. */
    private static byte[] address() {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.nativeOrder())
                .putShort((short) Const.AF_NETLINK)
                .array();
    }
}
