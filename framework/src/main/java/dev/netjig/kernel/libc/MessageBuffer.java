package dev.netjig.kernel.libc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * Native memory laid out as {@code struct msghdr} with one {@code struct iovec}, {@code linux/socket.h}: the receiving
 * side of {@code recvmsg(2)}. One thread at a time.
 */
public final class MessageBuffer {

    private static final int NAME = 128;
    private static final int CONTROL = 1024;
    private static final int MSGHDR = 56;
    private static final int IOVEC = 16;
    private static final int CMSGHDR = 16;

    private final int capacity;
    private final Pointer memory;
    private final Pointer iovec;
    private final Pointer name;
    private final Pointer control;
    private final Pointer data;

    /** @param capacity the longest datagram that can be received whole, in bytes */
    public MessageBuffer(int capacity) {
        this.capacity = capacity;
        this.memory =
                Memory.allocateDirect(Runtime.getSystemRuntime(), MSGHDR + IOVEC + 8 + NAME + CONTROL + capacity, true);
        this.iovec = memory.slice(MSGHDR);
        this.name = memory.slice(MSGHDR + IOVEC + 8);
        this.control = memory.slice(MSGHDR + IOVEC + 8 + NAME);
        this.data = memory.slice(MSGHDR + IOVEC + 8 + NAME + CONTROL);
    }

    /** The next message of {@code socket}, or empty if there is none now or the socket has a pending error. */
    public Optional<ReceivedMessage> receive(Fd socket, int flags) {
        memory.putAddress(0, name.address());
        memory.putInt(8, NAME);
        memory.putAddress(16, iovec.address());
        memory.putLong(24, 1);
        memory.putAddress(32, control.address());
        memory.putLong(40, CONTROL);
        memory.putInt(48, 0);
        iovec.putAddress(0, data.address());
        iovec.putLong(8, capacity);
        long received = Sys.recvmsg(socket, memory, flags | Const.MSG_DONTWAIT);
        if (received < 0) {
            return Optional.empty();
        }
        return Optional.of(new ReceivedMessage(
                bytes(name, 0, Math.min(NAME, memory.getInt(8))),
                bytes(data, 0, (int) Math.min(received, capacity)),
                controls((int) memory.getLong(40))));
    }

    private List<ReceivedMessage.Control> controls(int length) {
        List<ReceivedMessage.Control> controls = new ArrayList<>();
        int offset = 0;
        while (offset + CMSGHDR <= length) {
            int size = (int) control.getLong(offset);
            if (size < CMSGHDR || offset + size > length) {
                break;
            }
            controls.add(new ReceivedMessage.Control(
                    control.getInt(offset + 8),
                    control.getInt(offset + 12),
                    bytes(control, offset + CMSGHDR, size - CMSGHDR)));
            offset += (size + 7) & ~7;
        }
        return controls;
    }

    private static byte[] bytes(Pointer from, int offset, int length) {
        byte[] bytes = new byte[length];
        from.get(offset, bytes, 0, length);
        return bytes;
    }
}
