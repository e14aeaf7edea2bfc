package dev.netjig.kernel.netlink;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One netlink message: a request that says in words what it is for, or what the kernel sent. Immutable. */
public final class NetlinkMessage {

    private final NlMsgHdr header;
    private final PayloadReader payload;
    private final String operation;
    private final String object;

    private NetlinkMessage(NlMsgHdr header, PayloadReader payload, String operation, String object) {
        this.header = header;
        this.payload = payload;
        this.operation = operation;
        this.object = object;
    }

    /**
     * A request; the connection gives it its sequence number.
     *
     * @param flags of {@link NlMsgFlags}; NLM_F_REQUEST is implied
     * @param operation for error messages, for example {@code "add route"}
     * @param object what the operation is on, for example {@code "default via 192.168.0.1"}
     */
    public static NetlinkMessage request(int type, int flags, PayloadWriter payload, String operation, String object) {
        byte[] bytes = payload.toBytes();
        NlMsgHdr header = new NlMsgHdr(NlMsgHdr.SIZE + bytes.length, type, flags | NlMsgFlags.NLM_F_REQUEST, 0, 0);
        return new NetlinkMessage(header, PayloadReader.of(bytes), operation, object);
    }

    /**
     * The messages of a datagram.
     *
     * @throws MalformedMessageException if a length is wrong
     */
    public static List<NetlinkMessage> parseAll(byte[] datagram) {
        List<NetlinkMessage> messages = new ArrayList<>();
        PayloadReader in = PayloadReader.of(datagram);
        while (in.remaining() > 0) {
            messages.add(parse(in));
        }
        return messages;
    }

    private static NetlinkMessage parse(PayloadReader in) {
        int start = in.position();
        NlMsgHdr header = NlMsgHdr.parse(in.rest());
        if (header.length() < NlMsgHdr.SIZE || header.length() > in.remaining()) {
            throw in.malformed("a message claims " + header.length() + " bytes, " + in.remaining() + " left");
        }
        in.skip(NlMsgHdr.SIZE);
        PayloadReader payload = in.slice(header.length() - NlMsgHdr.SIZE);
        in.align(start);
        return new NetlinkMessage(header, payload, "read", "message of type " + header.type());
    }

    public NlMsgHdr header() {
        return header;
    }

    public int type() {
        return header.type();
    }

    /** A reader of what follows the header, from its start. */
    public PayloadReader reader() {
        return payload.rest();
    }

    /** What the message is for, for example {@code "add route"}. */
    public String operation() {
        return operation;
    }

    /** What it is on, for example {@code "default via 192.168.0.1"}. */
    public String object() {
        return object;
    }

    /** The same message with flags added and a sequence number. */
    NetlinkMessage numbered(int moreFlags, int sequence) {
        NlMsgHdr numbered =
                new NlMsgHdr(header.length(), header.type(), header.flags() | moreFlags, sequence, header.portId());
        return new NetlinkMessage(numbered, payload, operation, object);
    }

    /** The length in a datagram, with padding. */
    int paddedLength() {
        return (header.length() + 3) & ~3;
    }

    void pack(PayloadWriter out) {
        header.pack(out);
        out.bytes(payload.rest().bytes(payload.remaining())).align();
    }

    /** The bytes of the message as they go into a datagram. */
    public byte[] toBytes() {
        PayloadWriter out = new PayloadWriter();
        pack(out);
        return out.toBytes();
    }

    /** What it is for, and its bytes in hexadecimal. */
    @Override
    public String toString() {
        return operation + " " + object + " [" + HexFormat.of().formatHex(toBytes()) + "]";
    }
}
