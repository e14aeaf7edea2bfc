package dev.netjig.suites.support;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Ping;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.TcpProbe;
import dev.netjig.probe.UdpProbe;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One namespace tries another by ICMP, UDP and TCP, where something listens. Each attempt ends with {@code answered} or
 * the errno that a program gets; ETIMEDOUT stands for silence.
 */
public final class Attempts {

    private static final int UDP_PORT = 7;
    private static final int TCP_PORT = 80;

    private final NetworkNamespace from;
    private final String to;

    private Attempts(NetworkNamespace from, String to) {
        this.from = from;
        this.to = to;
    }

    /** The one who tries. */
    public static From from(NetworkNamespace netns) {
        return new From(netns);
    }

    /** The one who tries, who is yet to be told whom. */
    public record From(NetworkNamespace netns) {

        /** The one who listens, and its address. */
        public Attempts to(NetworkNamespace listener, String address) {
            UdpEcho.start(listener, address, UDP_PORT);
            try {
                listener.serverSocketChannel().bind(new InetSocketAddress(TCP_PORT));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on TCP port " + TCP_PORT + " in " + listener, e);
            }
            return new Attempts(netns, address);
        }
    }

    /** An echo request: the errno of sending it, or that of the ICMP error that came back. */
    public String icmp() {
        PingResult result = Ping.of(from, to).timeout(Silence.LIMIT).send();
        return result.isAnswered()
                ? "answered"
                : result.refusal()
                        .or(() -> result.errors().stream().map(IcmpError::errno).findFirst())
                        .orElse(Errno.ETIMEDOUT)
                        .symbol();
    }

    /** A datagram to an echo server, whose answer is waited for as long as a busy machine may need. */
    public String patientUdp() {
        return outcome(
                UdpProbe.of(from, to, UDP_PORT).timeout(Silence.PATIENCE).send().failure());
    }

    /** A datagram to an echo server. */
    public String udp() {
        return outcome(
                UdpProbe.of(from, to, UDP_PORT).timeout(Silence.LIMIT).send().failure());
    }

    /** A connection. */
    public String tcp() {
        return outcome(TcpProbe.of(from, to, TCP_PORT)
                .timeout(Silence.TCP_LIMIT)
                .connect()
                .failure());
    }

    private static String outcome(Optional<Errno> failure) {
        return failure.map(Errno::symbol).orElse("answered");
    }
}
