package dev.netjig.probe;

import dev.netjig.kernel.libc.Const;
import java.util.OptionalLong;

/**
 * How the packets of one exchange are told from all others, in every namespace that they pass: by what NAT leaves as it
 * is.
 */
public sealed interface Flow {

    /** Whether {@code packet} is on its way to the other end. */
    boolean isRequest(Packet.Ip packet);

    /** Whether {@code packet} is the other end's answer. */
    boolean isReply(Packet.Ip packet);

    /** The same, with what can be learned from the request as it left. */
    default Flow learnedFrom(Packet.Ip request) {
        return this;
    }

    /** An echo's identifier and sequence number. */
    record Echo(int id, int sequence) implements Flow {

        @Override
        public boolean isRequest(Packet.Ip packet) {
            return packet.icmp()
                    .filter(icmp -> icmp.isEchoRequest() && matches(icmp))
                    .isPresent();
        }

        @Override
        public boolean isReply(Packet.Ip packet) {
            return packet.icmp()
                    .filter(icmp -> icmp.isEchoReply() && matches(icmp))
                    .isPresent();
        }

        private boolean matches(Packet.Icmp icmp) {
            return icmp.id() == id && icmp.sequence() == sequence;
        }
    }

    /**
     * The opening of a TCP connection: its SYN, and the SYN+ACK or RST that answers.
     *
     * @param port the port that it comes from, which NAT changes only if another connection has it
     * @param sequence the SYN's sequence number, which NAT never changes, once it is known
     */
    record Tcp(int port, OptionalLong sequence) implements Flow {

        @Override
        public boolean isRequest(Packet.Ip packet) {
            boolean known =
                    packet.tcp().filter(tcp -> isSequence(tcp.sequence())).isPresent();
            boolean opens =
                    packet.tcp().filter(tcp -> tcp.isSyn() && !tcp.isAck()).isPresent();
            return known || (opens && packet.ports().filter(this::isFrom).isPresent());
        }

        @Override
        public boolean isReply(Packet.Ip packet) {
            return packet.tcp()
                    .filter(tcp -> tcp.isAck() && (tcp.isSyn() || tcp.isReset()))
                    .filter(tcp -> sequence.isPresent()
                            ? isSequence(tcp.acknowledged() - 1)
                            : packet.ports()
                                    .filter(ports -> ports.destination() == port)
                                    .isPresent())
                    .isPresent();
        }

        @Override
        public Flow learnedFrom(Packet.Ip request) {
            return request.tcp()
                    .<Flow>map(tcp -> new Tcp(port, OptionalLong.of(tcp.sequence())))
                    .orElse(this);
        }

        private boolean isFrom(Packet.Ports ports) {
            return ports.source() == port;
        }

        private boolean isSequence(long number) {
            return sequence.isPresent() && sequence.getAsLong() == (number & 0xffff_ffffL);
        }
    }

    /**
     * A datagram and the answer to it.
     *
     * @param port the port that it comes from, which NAT changes only if another exchange has it
     */
    record Udp(int port) implements Flow {

        @Override
        public boolean isRequest(Packet.Ip packet) {
            return isUdp(packet)
                    && packet.ports().filter(ports -> ports.source() == port).isPresent();
        }

        @Override
        public boolean isReply(Packet.Ip packet) {
            return isUdp(packet)
                    && packet.ports()
                            .filter(ports -> ports.destination() == port)
                            .isPresent();
        }

        private static boolean isUdp(Packet.Ip packet) {
            return packet.protocol() == Const.IPPROTO_UDP;
        }
    }
}
