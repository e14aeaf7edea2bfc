package dev.netjig.suites.docker;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A name server at 127.0.0.1 of a namespace, where a program without a resolv.conf asks. It knows IPv4 addresses of some
 * names, and no other name. RFC 1035.
 */
public final class NameServer implements AutoCloseable {

    private static final int PORT = 53;
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int CLASS_IN = 1;
    private static final int TTL_SECONDS = 60;

    private static final int ANSWER = 0x8580;
    private static final int NAME_ERROR = 3;

    /** Where the name in the question begins. */
    private static final int POINTER = 0xC000 | HEADER;

    private final Map<String, InetAddress> addresses;
    private final DatagramSocket socket;

    private NameServer(NetworkNamespace netns, Map<String, InetAddress> addresses) {
        this.addresses = Map.copyOf(addresses);
        socket = netns.open(() -> new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT)));
        Thread thread = new Thread(this::serve, "name server in " + netns.name());
        thread.setDaemon(true);
        thread.start();
    }

    public static NameServer in(NetworkNamespace netns, Map<String, InetAddress> addresses) {
        return new NameServer(netns, addresses);
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                packet.setLength(512);
                socket.receive(packet);
                byte[] answer = answer(packet.getData());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException closed) {
            // By close().
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] packet) {
        ByteBuffer query = ByteBuffer.wrap(packet);
        int id = query.getShort(0);
        query.position(HEADER);
        StringBuilder name = new StringBuilder();
        for (int length = query.get(); length != 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.append(name.length() == 0 ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = query.getShort();
        query.getShort();
        int end = query.position();
        InetAddress address = addresses.get(name.toString());
        boolean known = address != null && type == TYPE_A;
        ByteBuffer answer = ByteBuffer.allocate(512)
                .putShort((short) id)
                .putShort((short) (address == null ? ANSWER | NAME_ERROR : ANSWER))
                .putShort((short) 1)
                .putShort((short) (known ? 1 : 0))
                .putInt(0)
                .put(packet, HEADER, end - HEADER);
        if (address != null && known) {
            answer.putShort((short) POINTER)
                    .putShort((short) TYPE_A)
                    .putShort((short) CLASS_IN)
                    .putInt(TTL_SECONDS)
                    .putShort((short) 4)
                    .put(address.getAddress());
        }
        byte[] bytes = new byte[answer.position()];
        answer.flip().get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        socket.close();
    }
}
