package dev.netjig.topology;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Two devices joined like the ends of a cable: {@code ip link add veth1-r type veth peer name veth2-r netns red}.
 *
 * @param end the end that the declaration names first, usually in {@code node}
 * @param peer the other end
 * @param mtu of both ends in bytes, 68 to 65535; the kernel's 1500 if empty
 */
public record VethPairSpec(LinkEnd end, LinkEnd peer, OptionalInt mtu) implements Spec {

    /** For example {@code veth node/veth1-r master br0 <-> red/veth2-r 192.168.0.2/24}. */
    @Override
    public String toString() {
        return "veth " + end + " <-> " + peer + (mtu.isPresent() ? " mtu " + mtu.getAsInt() : "");
    }

    /** Begins a pair whose first end has this name. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is not default. The calls outside {@link #peer} describe the first end. */
    public static final class Builder {

        private final LinkEnd.Builder end;
        private Optional<LinkEnd.Builder> peer = Optional.empty();
        private OptionalInt mtu = OptionalInt.empty();

        private Builder(String name) {
            end = LinkEnd.builder(name);
        }

        /** The namespace that the first end lives in; {@code node} if not called. */
        public Builder netns(String netns) {
            end.netns(netns);
            return this;
        }

        /** The bridge that the first end is a port of; empty for none. */
        public Builder master(String bridge) {
            end.master(bridge);
            return this;
        }

        /** One or more addresses of the first end: {@code 192.168.0.1/24}. */
        public Builder address(String... addresses) {
            end.address(addresses);
            return this;
        }

        /** The first end's Ethernet address; empty for the kernel's choice. */
        public Builder mac(String mac) {
            end.mac(mac);
            return this;
        }

        /** Whether the first end is brought up. */
        public Builder up(boolean up) {
            end.up(up);
            return this;
        }

        /** The largest packet of both ends in bytes. */
        public Builder mtu(int bytes) {
            this.mtu = OptionalInt.of(bytes);
            return this;
        }

        /** The other end. */
        public Builder peer(String name, Consumer<LinkEnd.Builder> peer) {
            LinkEnd.Builder builder = LinkEnd.builder(name);
            peer.accept(builder);
            this.peer = Optional.of(builder);
            return this;
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if an element cannot be read or the peer is missing
         */
        public VethPairSpec build() {
            Elements elements = new Elements();
            Optional<LinkEnd> first = end.read(elements);
            if (peer.isEmpty()) {
                elements.missing("peer", "a veth pair needs the name of its other end");
            }
            Optional<LinkEnd> second = peer.flatMap(other -> other.read(elements.inside("peer")));
            elements.check();
            return new VethPairSpec(first.orElseThrow(), second.orElseThrow(), mtu);
        }
    }
}
