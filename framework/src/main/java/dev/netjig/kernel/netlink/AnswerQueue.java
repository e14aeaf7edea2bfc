package dev.netjig.kernel.netlink;

import dev.netjig.kernel.KernelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** The kernel's messages one by one, however they are cut into datagrams, each checked to be the answer awaited. */
final class AnswerQueue {

    private final NetlinkTransport transport;
    private final Duration timeout;
    private final Deque<NetlinkMessage> received = new ArrayDeque<>();

    /** Of our socket, as the first answer names it. */
    private OptionalInt portId = OptionalInt.empty();

    AnswerQueue(NetlinkTransport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /**
     * The next message that answers the request with this sequence number. Messages with older numbers are the rest of
     * an exchange that failed half-way, or notifications (number 0): they are dropped.
     *
     * @throws KernelException if nothing comes in time, or something that answers no request of ours
     */
    NetlinkMessage next(NetlinkMessage request, int sequence) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            if (received.isEmpty()) {
                receive(request, deadline);
            }
            NetlinkMessage answer = received.remove();
            int distance = answer.header().sequence() - sequence;
            if (distance > 0) {
                throw failed(
                        request,
                        "answer with sequence number " + answer.header().sequence() + " to a request with " + sequence);
            }
            if (distance == 0) {
                requireOurPort(request, answer);
                return answer;
            }
        }
    }

    private void receive(NetlinkMessage request, long deadline) {
        long left = deadline - System.nanoTime();
        byte[] datagram = left > 0 ? transport.receive(Duration.ofNanos(left)) : new byte[0];
        received.addAll(NetlinkMessage.parseAll(datagram));
        if (received.isEmpty()) {
            throw failed(request, "no answer within " + timeout.toSeconds() + " s");
        }
    }

    private void requireOurPort(NetlinkMessage request, NetlinkMessage answer) {
        int port = answer.header().portId();
        if (portId.isEmpty()) {
            portId = OptionalInt.of(port);
        }
        if (portId.getAsInt() != port) {
            throw failed(
                    request,
                    "answer for port " + Integer.toUnsignedString(port) + " on the socket with port "
                            + Integer.toUnsignedString(portId.getAsInt()));
        }
    }

    private static KernelException failed(NetlinkMessage request, String problem) {
        return KernelException.of(request.operation(), problem).on(request.object());
    }
}
