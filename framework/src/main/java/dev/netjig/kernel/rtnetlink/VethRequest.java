package dev.netjig.kernel.rtnetlink;

import dev.netjig.topology.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A veth pair to be created, each end with one queue, the peer at once in its own namespace.
 *
 * @param name of the outer end, which is made in the connection's namespace
 * @param index of the outer end; the kernel's choice if empty
 * @param master the index of the bridge that the outer end becomes a port of
 * @param up whether the outer end is brought up; the kernel refuses to do that for the peer (ENOTCONN)
 * @param mac of the outer end; random if empty
 * @param mtu of both ends, in bytes; 1500 if empty
 * @param peer the other end
 */
public record VethRequest(
        String name,
        OptionalInt index,
        OptionalInt master,
        boolean up,
        Optional<MacAddress> mac,
        OptionalInt mtu,
        Peer peer) {

    /**
     * The other end.
     *
     * @param name in its namespace
     * @param index in its namespace; the kernel's choice if empty
     * @param netnsFd a descriptor of its namespace; the outer end's namespace if empty
     * @param mac random if empty
     */
    public record Peer(String name, OptionalInt index, OptionalInt netnsFd, Optional<MacAddress> mac) {}

    /** For example {@code "veth veth1-r peer veth2-r"}. */
    @Override
    public String toString() {
        return "veth " + name + " peer " + peer.name();
    }
}
