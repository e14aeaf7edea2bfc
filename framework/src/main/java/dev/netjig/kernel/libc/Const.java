package dev.netjig.kernel.libc;

/**
 * Constants of the kernel's uapi headers under their C names, for the calls of {@link Sys}. The values are those of the
 * generic Linux ABI (x86-64, arm64).
 */
public final class Const {

    // linux/sched.h
    public static final int CLONE_NEWNS = 0x0002_0000;
    public static final int CLONE_FS = 0x0000_0200;
    public static final int CLONE_NEWNET = 0x4000_0000;

    // asm-generic/fcntl.h
    public static final int O_RDONLY = 0;
    public static final int O_CLOEXEC = 0x8_0000;

    // linux/mount.h
    public static final long MS_BIND = 0x1000;
    public static final long MS_REC = 0x4000;
    public static final long MS_PRIVATE = 0x4_0000;

    // linux/socket.h, linux/net.h
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_NETLINK = 16;
    public static final int AF_PACKET = 17;
    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int SOCK_CLOEXEC = 0x8_0000;
    public static final int MSG_DONTWAIT = 0x40;
    public static final int MSG_TRUNC = 0x20;
    public static final int MSG_ERRQUEUE = 0x2000;

    // asm-generic/socket.h
    public static final int SOL_SOCKET = 1;
    public static final int SO_ERROR = 4;
    public static final int SO_RCVBUF = 8;
    public static final int SO_RCVBUFFORCE = 33;
    public static final int SO_TIMESTAMPNS = 35;

    // linux/in.h, linux/in6.h
    public static final int IPPROTO_IP = 0;
    public static final int IPPROTO_ICMP = 1;
    public static final int IPPROTO_TCP = 6;
    public static final int IPPROTO_UDP = 17;
    public static final int IPPROTO_IPV6 = 41;
    public static final int IPPROTO_ICMPV6 = 58;
    public static final int IP_TTL = 2;
    public static final int IP_RECVERR = 11;
    public static final int IP_MTU_DISCOVER = 10;
    public static final int IPV6_UNICAST_HOPS = 16;
    public static final int IPV6_MTU_DISCOVER = 23;
    public static final int IPV6_RECVERR = 25;
    public static final int IPV6_RECVHOPLIMIT = 51;
    public static final int IPV6_HOPLIMIT = 52;

    // linux/socket.h, linux/if_packet.h
    public static final int SOL_PACKET = 263;
    public static final int PACKET_STATISTICS = 6;

    // linux/netlink.h
    public static final int SOL_NETLINK = 270;
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int NETLINK_ADD_MEMBERSHIP = 1;
    public static final int NETLINK_CAP_ACK = 10;
    public static final int NETLINK_EXT_ACK = 11;
    public static final int NETLINK_GET_STRICT_CHK = 12;

    // linux/if_ether.h
    public static final int ETH_P_ALL = 0x0003;
    public static final int ETH_P_IP = 0x0800;
    public static final int ETH_P_ARP = 0x0806;
    public static final int ETH_P_IPV6 = 0x86DD;

    // asm-generic/poll.h
    public static final short POLLIN = 0x01;
    public static final short POLLOUT = 0x04;
    public static final short POLLERR = 0x08;

    // linux/time.h
    public static final int CLOCK_REALTIME = 0;
    public static final int CLOCK_MONOTONIC = 1;

    // asm/unistd_64.h of x86, asm-generic/unistd.h of everybody else
    static final long SYS_BPF = "amd64".equals(System.getProperty("os.arch")) ? 321 : 280;

    private Const() {}
}
