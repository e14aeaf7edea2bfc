package dev.netjig.kernel.packet;

import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;

/**
 * Keeps the kernel stamping packets with their time of arrival. It does so only while some socket asks for it, and
 * begins a moment after the first one asked; a packet from before that moment gets the time at which it is read, which
 * would put a capture of several namespaces out of order. So one socket asks for as long as the JVM lives.
 */
public final class PacketClock {

    private static final class Holder {
        static final Fd ASKING = ask();
    }

    private PacketClock() {}

    public static void start() {
        Holder.ASKING.number();
    }

    private static Fd ask() {
        Fd socket = Sys.socket(Const.AF_INET, Const.SOCK_DGRAM, 0, "packet clock");
        Sys.setsockopt(socket, Const.SOL_SOCKET, Const.SO_TIMESTAMPNS, 1);
        return socket;
    }
}
