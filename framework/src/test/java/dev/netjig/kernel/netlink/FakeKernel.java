package dev.netjig.kernel.netlink;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A transport whose other end is a function from the messages of a datagram to the datagrams that answer it. */
public final class FakeKernel implements NetlinkTransport {

    /** The port id of the answers in tests that do not care. */
    public static final int PORT = 4711;

    private static final byte[] LOST = {};

    private final Function<List<NetlinkMessage>, List<byte[]>> answer;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();

    public FakeKernel(Function<List<NetlinkMessage>, List<byte[]>> answer) {
        this.answer = answer;
    }

    /** Grants whatever it is asked for. */
    public static FakeKernel granting() {
        return new FakeKernel(
                messages -> messages.stream().map(FakeKernel::acknowledge).toList());
    }

    /** Answers anything with these datagrams. */
    public static FakeKernel answering(List<byte[]> datagrams) {
        return new FakeKernel(messages -> datagrams);
    }

    /** Answers anything with this datagram. */
    public static FakeKernel answering(byte[] datagram) {
        return answering(List.of(datagram));
    }

    /** What was sent, one datagram after the other. */
    public List<byte[]> sent() {
        return sent;
    }

    /** A datagram that tells the receiver that the kernel had to drop something. */
    public static byte[] lost() {
        return LOST;
    }

    public static byte[] acknowledge(NetlinkMessage request) {
        return refuse(request, 0);
    }

    public static byte[] refuse(NetlinkMessage request, Errno errno) {
        return refuse(request, errno.number());
    }

    private static byte[] refuse(NetlinkMessage request, int errno) {
        PayloadWriter payload = new PayloadWriter().s32(-errno);
        request.header().pack(payload);
        return message(NlMsgHdr.NLMSG_ERROR, NlMsgFlags.NLM_F_CAPPED, request, PORT, payload);
    }

    /** A part of a dump whose payload is the number {@code value}. */
    public static byte[] part(NetlinkMessage request, int moreFlags, int value) {
        return message(
                NlMsgHdr.NLMSG_DONE + 13,
                NlMsgFlags.NLM_F_MULTI | moreFlags,
                request,
                PORT,
                new PayloadWriter().s32(value));
    }

    /** The end of a dump; {@code errno} 0 for a good one. */
    public static byte[] done(NetlinkMessage request, int moreFlags, int errno) {
        return message(
                NlMsgHdr.NLMSG_DONE,
                NlMsgFlags.NLM_F_MULTI | moreFlags,
                request,
                PORT,
                new PayloadWriter().s32(-errno));
    }

    public static byte[] message(int type, int flags, NetlinkMessage request, int portId, PayloadWriter payload) {
        return message(type, flags, request.header().sequence(), portId, payload);
    }

    public static byte[] message(int type, int flags, int sequence, int portId, PayloadWriter payload) {
        byte[] bytes = payload.toBytes();
        PayloadWriter out = new PayloadWriter();
        new NlMsgHdr(NlMsgHdr.SIZE + bytes.length, type, flags, sequence, portId).pack(out);
        return out.bytes(bytes).align().toBytes();
    }

    /** One datagram out of several. */
    public static byte[] join(byte[]... parts) {
        PayloadWriter out = new PayloadWriter();
        Arrays.stream(parts).forEach(out::bytes);
        return out.toBytes();
    }

    @Override
    public void send(byte[] datagram) {
        sent.add(datagram);
        answers.addAll(answer.apply(NetlinkMessage.parseAll(datagram)));
    }

    @Override
    public byte[] receive(Duration timeout) {
        byte[] next = answers.isEmpty() ? new byte[0] : answers.remove();
        if (next == LOST) {
            throw KernelException.refused("recv from netlink", Errno.ENOBUFS);
        }
        return next;
    }

    @Override
    public void close() {}
}
