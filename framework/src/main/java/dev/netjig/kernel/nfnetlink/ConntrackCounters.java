package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import java.util.Optional;

/**
 * What one direction of a connection carried; {@code CTA_COUNTERS_…}. Kept only for connections that began while
 * {@code net.netfilter.nf_conntrack_acct} was 1.
 *
 * @param packets so far
 * @param bytes of these packets from their IP headers on
 */
public record ConntrackCounters(long packets, long bytes) {

    static Optional<ConntrackCounters> parse(NlAttr nested) {
        NlAttrs attributes = nested.nested();
        Optional<NlAttr> packets = attributes.find(Cta.COUNTERS_PACKETS);
        Optional<NlAttr> bytes = attributes.find(Cta.COUNTERS_BYTES);
        return packets.flatMap(
                count -> bytes.map(size -> new ConntrackCounters(BigEndian.u64(count), BigEndian.u64(size))));
    }

    /** {@code packets=1 bytes=84}. */
    @Override
    public String toString() {
        return "packets=" + Long.toUnsignedString(packets) + " bytes=" + Long.toUnsignedString(bytes);
    }
}
