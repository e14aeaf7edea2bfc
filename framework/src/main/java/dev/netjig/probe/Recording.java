package dev.netjig.probe;

import java.util.List;

/** What a {@link Capture} that has ended had seen, in the order of the kernel's clock. */
public record Recording(List<CapturedPacket> packets) {

    public Recording {
        packets = List.copyOf(packets);
    }
}
