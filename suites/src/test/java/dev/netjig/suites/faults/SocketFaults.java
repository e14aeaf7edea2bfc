package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.echoIgnored;
import static dev.netjig.assertions.Reasons.portClosed;
import static dev.netjig.assertions.Reasons.unanswered;

import dev.netjig.probe.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Packets that arrive, and find nobody who takes or answers them. */
final class SocketFaults {

    private SocketFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(ports("", "10.0.2.2", "127.0.0.1"));
        faults.addAll(ports("-ipv6", "fd02::2", "::1"));
        faults.add(Fault.of("echo-ignored", "the server ignores pings")
                .on(Networks.routed().sysctl("server", "net.ipv4.icmp_echo_ignore_all", "1"))
                .ping("client", "10.0.2.2")
                .because(echoIgnored("server")));
        faults.add(Fault.of("echo-ignored-ipv6", "the server ignores IPv6 pings")
                .on(Networks.routed().sysctl("server", "net.ipv6.icmp.echo_ignore_all", "1"))
                .ping("client", "fd02::2")
                .because(echoIgnored("server")));
        return faults;
    }

    private static List<Fault> ports(String suffix, String server, String localhost) {
        return List.of(
                Fault.of("tcp-closed" + suffix, "nobody listens on the port")
                        .on(Networks.routed())
                        .probe("client", Endpoint.tcp(server, 80))
                        .because(portClosed("server")),
                Fault.of("udp-closed" + suffix, "nobody receives on the port")
                        .on(Networks.routed())
                        .probe("client", Endpoint.udp(server, 53))
                        .because(portClosed("server")),
                Fault.of("tcp-localhost" + suffix, "the listener is bound to the loopback address only")
                        .on(Networks.routed())
                        .seed(Seed.tcpListener("server", localhost, 80))
                        .probe("client", Endpoint.tcp(server, 80))
                        .because(portClosed("server")),
                Fault.of("udp-localhost" + suffix, "the receiver is bound to the loopback address only")
                        .on(Networks.routed())
                        .seed(Seed.udpListener("server", localhost, 53))
                        .probe("client", Endpoint.udp(server, 53))
                        .because(portClosed("server")),
                Fault.of("udp-unanswered" + suffix, "the datagram is delivered, and nobody answers it")
                        .on(Networks.routed())
                        .seed(Seed.udpListener("server", server, 53))
                        .probe("client", Endpoint.udp(server, 53))
                        .because(unanswered("server")));
    }
}
