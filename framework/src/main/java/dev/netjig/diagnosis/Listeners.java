package dev.netjig.diagnosis;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Protocol;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets of a namespace that wait at one port, {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6}.
 *
 * @param unread the memory that the kernel holds for what they have received and nobody has read
 */
record Listeners(String netns, Protocol protocol, int port, List<Endpoint> endpoints, long unread) {

    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";

    Listeners {
        endpoints = List.copyOf(endpoints);
    }

    static Listeners of(NetworkNamespace netns, Protocol protocol, int port) {
        List<String[]> sockets = Stream.of(protocol.toString(), protocol + "6")
                .flatMap(file -> netns.procNet(file).lines().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals(protocol == Protocol.TCP ? TCP_LISTEN : UDP_UNCONNECTED))
                .filter(columns -> Integer.parseInt(columns[1].split(":")[1], 16) == port)
                .toList();
        return new Listeners(
                netns.name(),
                protocol,
                port,
                sockets.stream()
                        .map(columns ->
                                new Endpoint(protocol, address(columns[1].split(":")[0]), port))
                        .toList(),
                sockets.stream()
                        .mapToLong(columns -> Long.parseLong(columns[4].split(":")[1], 16))
                        .sum());
    }

    /** {@code 127.0.0.1:80/tcp is listened at in blue}, {@code nobody listens at port 80/tcp in blue}. */
    String text() {
        return endpoints.isEmpty()
                ? "nobody in " + netns + " listens at port " + port + "/" + protocol
                : "in " + netns + " only "
                        + endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(", "))
                        + " is listened at" + (unread > 0 ? "; " + unread + " bytes of memory wait unread" : "");
    }

    /** The address as 32-bit words, each in the machine's byte order. */
    private static InetAddress address(String hex) {
        ByteBuffer bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < hex.length(); i += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(i, i + 8), 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the kernel's address " + hex, impossible);
        }
    }
}
