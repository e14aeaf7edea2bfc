package dev.netjig.kernel.nfnetlink;

import java.util.Optional;

/** {@code TCP_CONNTRACK_…}, how far a TCP connection is; {@code linux/netfilter/nf_conntrack_tcp.h}. In the kernel's order. */
public enum TcpState {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    /** Both ends sent a SYN. */
    SYN_SENT2;

    static Optional<TcpState> of(int number) {
        return number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
