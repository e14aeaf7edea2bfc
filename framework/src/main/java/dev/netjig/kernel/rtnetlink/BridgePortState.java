package dev.netjig.kernel.rtnetlink;

import java.util.Optional;

/** {@code BR_STATE_…}, what a port does for its bridge, in the kernel's order; {@code linux/if_bridge.h}. */
public enum BridgePortState {
    DISABLED,
    LISTENING,
    LEARNING,
    FORWARDING,
    BLOCKING;

    static Optional<BridgePortState> of(int number) {
        return number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
