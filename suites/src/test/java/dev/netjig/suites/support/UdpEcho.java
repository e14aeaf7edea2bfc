package dev.netjig.suites.support;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Answers datagrams with their own content until its testbed is closed. */
public final class UdpEcho {

    private static final int LARGEST = 2048;

    private UdpEcho() {}

    /** Starts to answer on {@code port} of one address of {@code netns}, and in the name of that address. */
    public static void start(NetworkNamespace netns, String address, int port) {
        DatagramChannel channel = netns.datagramChannel();
        try {
            channel.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on UDP port " + port + " in " + netns, e);
        }
        Thread thread = new Thread(() -> answer(channel), "udp-echo-" + netns.name());
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(DatagramChannel channel) {
        ByteBuffer packet = ByteBuffer.allocate(LARGEST);
        while (true) {
            try {
                SocketAddress sender = channel.receive(packet.clear());
                if (sender != null) {
                    channel.send(packet.flip(), sender);
                }
            } catch (IOException closedOrRefused) {
                // A firewall under test may refuse the answer (EPERM); only the end of the testbed closes the channel.
                if (!channel.isOpen()) {
                    return;
                }
            }
        }
    }
}
