package dev.netjig.kernel.netlink;

import dev.netjig.kernel.KernelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges messages with the kernel in one network namespace. Every answer is checked to belong to what was asked.
 * Safe for use by several threads, which take turns.
 */
public final class NetlinkConnection {

    private static final int MAX_DATAGRAM = 32 * 1024;

    /** Each acknowledgement occupies about a kilobyte of the receive buffer, of which there are 208 by default. */
    private static final int MAX_MESSAGES = 100;

    /** Tables that change while they are read are read again; in a busy namespace that may happen a few times. */
    private static final int MAX_DUMPS = 10;

    /** The kernel answers before send() returns; this bounds the wait for an answer that is lost. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final NetlinkTransport transport;
    private final AnswerQueue answers;
    private final String netnsName;
    private int nextSequence = 1;

    /** @param netnsName the name of the transport's network namespace, for error messages */
    public NetlinkConnection(NetlinkTransport transport, String netnsName) {
        this(transport, netnsName, TIMEOUT);
    }

    NetlinkConnection(NetlinkTransport transport, String netnsName, Duration timeout) {
        this.transport = transport;
        this.answers = new AnswerQueue(transport, timeout);
        this.netnsName = netnsName;
    }

    /** The name of the network namespace at the other end. */
    public String netnsName() {
        return netnsName;
    }

    /**
     * Has the kernel carry out the messages in order, all in one datagram; large batches take several. The kernel does
     * not stop at a message that it refuses: those behind it in the same datagram may have been carried out.
     *
     * @throws KernelException for the first message that is refused, with its index in {@code batch}
     */
    public synchronized void execute(List<NetlinkMessage> batch) {
        int start = 0;
        while (start < batch.size()) {
            int end = endOfDatagram(batch, start);
            executeDatagram(batch.subList(start, end), start);
            start = end;
        }
    }

    /**
     * Sends a GET request and returns what the kernel answers: one message, or all entries of a dump (NLM_F_DUMP). A
     * dump during which the table changed is asked for again.
     *
     * @throws KernelException if the kernel refuses, or the table changes each time that it is read
     */
    public synchronized List<NetlinkMessage> request(NetlinkMessage request) {
        for (int attempt = 1; attempt <= MAX_DUMPS; attempt++) {
            Optional<List<NetlinkMessage>> complete = tryRequest(request);
            if (complete.isPresent()) {
                return complete.get();
            }
        }
        throw failed(request, "the table changed each of the " + MAX_DUMPS + " times that it was read");
    }

    /**
     * As {@link #request}, for exactly one answer.
     *
     * @throws KernelException if the kernel refuses, or sends another number of messages
     */
    public NetlinkMessage get(NetlinkMessage request) {
        List<NetlinkMessage> replies = request(request);
        if (replies.size() != 1) {
            throw failed(request, "one answer expected, got " + replies.size());
        }
        return replies.get(0);
    }

    private static int endOfDatagram(List<NetlinkMessage> batch, int start) {
        int end = start;
        int size = 0;
        do {
            size += batch.get(end).paddedLength();
            end++;
        } while (end < batch.size()
                && end - start < MAX_MESSAGES
                && size + batch.get(end).paddedLength() <= MAX_DATAGRAM);
        return end;
    }

    private void executeDatagram(List<NetlinkMessage> messages, int firstIndex) {
        int sequence = send(messages, NlMsgFlags.NLM_F_ACK);
        Optional<KernelException> firstRefusal = Optional.empty();
        for (int i = 0; i < messages.size(); i++) {
            NetlinkMessage message = messages.get(i);
            NetlinkMessage answer = next(message, sequence + i);
            if (answer.type() != NlMsgHdr.NLMSG_ERROR) {
                throw failed(message, "acknowledgement expected, got a message of type " + answer.type());
            }
            if (firstRefusal.isEmpty()) {
                int index = firstIndex + i;
                firstRefusal = refusal(message, answer).map(refused -> refused.atIndex(index));
            }
        }
        firstRefusal.ifPresent(refused -> {
            throw refused;
        });
    }

    /** The answers; empty if the table changed while the kernel dumped it, which makes them worthless. */
    private Optional<List<NetlinkMessage>> tryRequest(NetlinkMessage request) {
        int sequence = send(List.of(request), 0);
        List<NetlinkMessage> replies = new ArrayList<>();
        boolean interrupted = false;
        while (true) {
            NetlinkMessage answer = next(request, sequence);
            interrupted |= answer.header().has(NlMsgFlags.NLM_F_DUMP_INTR);
            switch (answer.type()) {
                case NlMsgHdr.NLMSG_NOOP -> {}
                case NlMsgHdr.NLMSG_OVERRUN -> throw failed(request, "the kernel reports lost data");
                case NlMsgHdr.NLMSG_ERROR, NlMsgHdr.NLMSG_DONE -> {
                    refusal(request, answer).ifPresent(refused -> {
                        throw refused;
                    });
                    return interrupted ? Optional.empty() : Optional.of(replies);
                }
                default -> {
                    replies.add(answer);
                    if (!answer.header().has(NlMsgFlags.NLM_F_MULTI)) {
                        return Optional.of(replies);
                    }
                }
            }
        }
    }

    /** Sends the messages as one datagram; they are numbered from the returned number on. */
    private int send(List<NetlinkMessage> messages, int moreFlags) {
        int first = nextSequence;
        PayloadWriter datagram = new PayloadWriter();
        for (NetlinkMessage message : messages) {
            message.numbered(moreFlags, nextSequence).pack(datagram);
            nextSequence++;
        }
        try {
            transport.send(datagram.toBytes());
        } catch (KernelException refused) {
            throw refused.in(netnsName);
        }
        return first;
    }

    private NetlinkMessage next(NetlinkMessage request, int sequence) {
        try {
            return answers.next(request, sequence);
        } catch (KernelException refused) {
            throw refused.in(netnsName);
        }
    }

    private Optional<KernelException> refusal(NetlinkMessage request, NetlinkMessage answer) {
        NlMsgErr error = NlMsgErr.parse(answer);
        return error.errno().map(errno -> {
            KernelException refused = KernelException.refused(request.operation(), errno)
                    .on(request.object())
                    .in(netnsName);
            KernelException worded = error.text().map(refused::saying).orElse(refused);
            return error.offset().isPresent() ? worded.atOffset(error.offset().getAsInt()) : worded;
        });
    }

    private KernelException failed(NetlinkMessage request, String problem) {
        return KernelException.of(request.operation(), problem)
                .on(request.object())
                .in(netnsName);
    }
}
