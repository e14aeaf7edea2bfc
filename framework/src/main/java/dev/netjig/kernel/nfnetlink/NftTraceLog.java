package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a trace in the order of their arrival, each with its packet: the kernel sends the packet with the first
 * event in a chain only, and events of other packets may come in between.
 */
public final class NftTraceLog {

    /** Ids are made from the address of the kernel's buffer, so they come again: the latest packet counts. */
    private final Map<Integer, PacketHeaders> packets = new HashMap<>();

    private final List<NftTraceEvent> events = new ArrayList<>();

    /**
     * Adds what one datagram from the multicast group NFNLGRP_NFTRACE (9) holds; other messages are passed over.
     *
     * @throws dev.netjig.kernel.netlink.MalformedMessageException if it cannot be read
     */
    public void add(byte[] datagram) {
        for (NetlinkMessage message : NetlinkMessage.parseAll(datagram)) {
            NftTraceEvent.parse(message).ifPresent(this::add);
        }
    }

    private void add(NftTraceEvent event) {
        event.headers().ifPresent(packet -> packets.put(event.id(), packet));
        PacketHeaders packet = packets.get(event.id());
        events.add(packet == null ? event : event.withHeaders(packet));
    }

    /** Forgets the events so far. */
    public void clear() {
        events.clear();
    }

    /** The events so far. */
    public List<NftTraceEvent> events() {
        return List.copyOf(events);
    }
}
