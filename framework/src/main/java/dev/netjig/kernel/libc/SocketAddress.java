package dev.netjig.kernel.libc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** {@code struct sockaddr_in} and {@code struct sockaddr_in6} as bytes, {@code linux/in.h} and {@code linux/in6.h}. */
public final class SocketAddress {

    private static final int SOCKADDR_IN = 16;
    private static final int SOCKADDR_IN6 = 28;

    private SocketAddress() {}

    public static byte[] of(InetAddress address, int port) {
        boolean v4 = address instanceof Inet4Address;
        ByteBuffer bytes = ByteBuffer.allocate(v4 ? SOCKADDR_IN : SOCKADDR_IN6).order(ByteOrder.nativeOrder());
        bytes.putShort((short) (v4 ? Const.AF_INET : Const.AF_INET6));
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) port);
        if (!v4) {
            bytes.putInt(0);
        }
        bytes.put(address.getAddress());
        return bytes.array();
    }

    /** The address in {@code bytes}, or empty when it is of another family or too short. */
    public static Optional<InetSocketAddress> parse(byte[] bytes) {
        if (bytes.length < 8) {
            return Optional.empty();
        }
        int family = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort();
        int port = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(2));
        if (family == Const.AF_INET) {
            return Optional.of(new InetSocketAddress(address(bytes, 4, 4), port));
        }
        if (family == Const.AF_INET6 && bytes.length >= 24) {
            return Optional.of(new InetSocketAddress(address(bytes, 8, 16), port));
        }
        return Optional.empty();
    }

    private static InetAddress address(byte[] bytes, int offset, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes, not " + length, impossible);
        }
    }
}
