package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.MalformedMessageException;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Routing netlink of one network namespace. Every method asks the kernel anew.
 *
 * <p>They all throw {@link KernelException} if the kernel refuses, and {@link MalformedMessageException} if its answer
 * makes no sense.
 */
public final class RtNetlink {

    private final NetlinkConnection connection;

    public RtNetlink(NetlinkConnection connection) {
        this.connection = connection;
    }

    /** All devices in the order of their indexes; {@code ip -d -s link show}. */
    public List<LinkState> links() {
        return connection.request(LinkRequests.dump()).stream()
                .map(LinkState::parse)
                .toList();
    }

    /** One device; {@code ip -d -s link show dev NAME}. Empty if there is none of this name. */
    public Optional<LinkState> link(String name) {
        try {
            return Optional.of(LinkState.parse(connection.get(LinkRequests.get(name))));
        } catch (KernelException refused) {
            if (refused.errno().equals(Optional.of(Errno.ENODEV))) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** All IPv4 and IPv6 addresses; {@code ip address show}. */
    public List<AddressEntry> addresses() {
        return connection.request(AddressRequests.dump()).stream()
                .flatMap(message -> AddressEntry.parse(message).stream())
                .toList();
    }

    /** All IPv4 and IPv6 routes of all tables; {@code ip route show table all}. */
    public List<RouteEntry> routes() {
        return connection.request(RouteRequests.dump()).stream()
                .flatMap(message -> RouteEntry.parse(message).stream())
                .toList();
    }

    /** The neighbour table for IPv4 and IPv6; {@code ip neighbour show nud all}. */
    public List<NeighbourEntry> neighbours() {
        return connection.request(NeighbourRequests.dump()).stream()
                .flatMap(message -> NeighbourEntry.parse(message).stream())
                .toList();
    }

    /** What the kernel would do with a packet; {@code ip route get DST from SRC iif DEV}. */
    public RouteLookup routeTo(RouteQuery query) {
        NetlinkMessage request = RouteRequests.get(query);
        try {
            return new RouteLookup.Found(RouteEntry.parse(connection.get(request))
                    .orElseThrow(() -> KernelException.of(request.operation(), "the answer is of another family")
                            .on(request.object())
                            .in(connection.netnsName())));
        } catch (KernelException refused) {
            // A socket that failed says nothing about the route.
            if (refused.errno().isEmpty() || !refused.operation().equals(request.operation())) {
                throw refused;
            }
            return new RouteLookup.Refused(refused.errno().get(), refused.kernelText());
        }
    }

    /** The number by which this namespace knows the one behind {@code netnsFd}; {@code ip netns list-id}. */
    public OptionalInt nsid(int netnsFd) {
        return NsidRequests.parse(connection.get(NsidRequests.get(netnsFd)));
    }

    /**
     * Has the kernel carry out the messages in order.
     *
     * @throws KernelException for the first message that is refused, with its index in {@code batch}
     */
    public void execute(List<NetlinkMessage> batch) {
        connection.execute(batch);
    }
}
