package dev.netjig.kernel.rtnetlink;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** {@code AF_…}, the address families, {@code linux/socket.h}. */
final class Family {

    static final int UNSPEC = 0;
    static final int INET = 2;
    static final int INET6 = 10;

    private Family() {}

    static int of(InetAddress address) {
        return address instanceof Inet6Address ? INET6 : INET;
    }

    static boolean isInternet(int family) {
        return family == INET || family == INET6;
    }

    static int bits(InetAddress address) {
        return 8 * address.getAddress().length;
    }

    /** {@code 0.0.0.0} or {@code ::}. */
    static InetAddress any(int family) {
        try {
            return InetAddress.getByAddress(new byte[family == INET6 ? 16 : 4]);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
