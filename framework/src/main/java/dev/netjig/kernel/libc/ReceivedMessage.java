package dev.netjig.kernel.libc;

import java.util.List;
import java.util.Optional;

/**
 * What one {@code recvmsg(2)} returned.
 *
 * @param name the sender's address as the socket's family writes it, empty if there is none
 * @param data the datagram
 * @param control the ancillary data, in the kernel's order
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes between kernel and one reader, never compared
public record ReceivedMessage(byte[] name, byte[] data, List<Control> control) {

    /** {@code struct cmsghdr} with its payload. */
    @SuppressWarnings("ArrayRecordComponent") // carries bytes between kernel and one reader, never compared
    public record Control(int level, int type, byte[] data) {}

    public Optional<byte[]> control(int level, int type) {
        return control.stream()
                .filter(c -> c.level() == level && c.type() == type)
                .map(Control::data)
                .findFirst();
    }
}
