package dev.netjig.suites.support;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * Datagrams from one port to one {@link UdpEcho}: to connection tracking a single flow, however long it lasts. Each
 * carries a number of its own, so that a late answer is not taken for one to the next.
 */
public final class UdpFlow implements AutoCloseable {

    private final DatagramChannel channel;
    private final Selector selector;
    private int sent;

    private UdpFlow(DatagramChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /** A flow that has not sent anything yet. */
    public static UdpFlow of(NetworkNamespace from, String to, int port) {
        DatagramChannel channel = from.datagramChannel();
        try {
            channel.connect(new InetSocketAddress(to, port));
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new UdpFlow(channel, selector);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin a UDP flow from " + from, e);
        }
    }

    /** Sends one more datagram; true if it is answered within {@code limit}. */
    public boolean isAnswered(Duration limit) {
        try {
            int number = ++sent;
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
            long deadline = System.nanoTime() + limit.toNanos();
            for (long left = limit.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
                selector.select(left);
                selector.selectedKeys().clear();
                if (read() == number) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a UDP flow was refused", e);
        }
    }

    /** The number of the datagram that waits, 0 if none does. */
    private int read() throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(Integer.BYTES);
        return channel.read(answer) == Integer.BYTES ? answer.getInt(0) : 0;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
