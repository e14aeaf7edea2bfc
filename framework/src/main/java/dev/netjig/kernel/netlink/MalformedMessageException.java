package dev.netjig.kernel.netlink;

/** Bytes that are no netlink message: cut short, or with a length that points outside of what holds them. */
public final class MalformedMessageException extends RuntimeException {

    private final int offset;

    MalformedMessageException(int offset, String problem) {
        super("malformed netlink message at byte " + offset + ": " + problem);
        this.offset = offset;
    }

    /** Where the trouble is, in bytes from the start of the datagram. */
    public int offset() {
        return offset;
    }
}
