package dev.netjig.probe;

import dev.netjig.kernel.packet.CapturedFrame;
import dev.netjig.kernel.packet.PacketSocket;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.Journal;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every packet at every device of some namespaces, from its start to its end. Works without privileges on the machine.
 *
 * <p>Equal by hand: {@code ip netns exec red tcpdump -i any}, in each namespace at once.
 */
public final class Capture implements AutoCloseable {

    /** Bytes of memory for a packet besides its own, roughly. */
    private static final int OVERHEAD = 300;

    private final List<Point> points;
    private final List<CapturedPacket> packets = new ArrayList<>();
    private final Optional<Journal> journal;
    private long bytes;

    private Capture(List<Point> points, Optional<Journal> journal) {
        this.points = points;
        this.journal = journal;
    }

    /** Starts to capture: what passes from now on is seen. */
    public static Capture start(List<NetworkNamespace> namespaces) {
        List<Point> points = new ArrayList<>();
        Capture capture = new Capture(
                points,
                namespaces.stream().findFirst().map(netns -> netns.testbed().journal()));
        try {
            for (NetworkNamespace netns : namespaces) {
                points.add(new Point(netns.name(), names(netns), netns.open(PacketSocket::open)));
            }
            return capture;
        } catch (RuntimeException failed) {
            capture.close();
            throw failed;
        }
    }

    /** What was seen so far, in the order of the kernel's clock. */
    public List<Sighting> sightings() {
        for (Point point : points) {
            Optional<CapturedFrame> frame = point.socket.poll();
            while (frame.isPresent()) {
                add(point.packet(frame.get()));
                frame = point.socket.poll();
            }
        }
        // A stable sort: frames of one socket with the same time keep their order.
        packets.sort(Comparator.comparingLong(packet -> packet.sighting().timestamp()));
        return packets.stream().map(CapturedPacket::sighting).toList();
    }

    /** How many frames each namespace's capture lost because nobody read them in time; only those that lost any. */
    public Map<String, Long> lost() {
        Map<String, Long> lost = new LinkedHashMap<>();
        points.forEach(point -> lost.merge(point.netns, point.socket.lost(), Long::sum));
        lost.values().removeIf(frames -> frames == 0);
        return lost;
    }

    /** Waits until a sighting satisfies {@code wanted}; empty when {@code timeout} passed first. Only for one namespace. */
    public Optional<Sighting> await(Predicate<Sighting> wanted, Duration timeout) {
        if (points.size() != 1) {
            throw new IllegalStateException("waiting is for a capture of one namespace; this one has " + points.size());
        }
        Point point = points.get(0);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<Sighting> seen = sightings().stream().filter(wanted).findFirst();
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (seen.isPresent() || left.isNegative()) {
                return seen;
            }
            point.socket.await(left).ifPresent(frame -> add(point.packet(frame)));
        }
    }

    /** Leaves what was seen in the testbed's journal, as a {@link Recording}. */
    @Override
    public void close() {
        points.forEach(point -> point.socket.close());
        if (!packets.isEmpty()) {
            journal.ifPresent(open -> open.add(new Recording(packets), bytes));
        }
    }

    private void add(CapturedPacket packet) {
        packets.add(packet);
        bytes += packet.frame().payload().length + OVERHEAD;
    }

    private static Map<Integer, String> names(NetworkNamespace netns) {
        return netns.links().stream()
                .collect(Collectors.toMap(LinkState::index, LinkState::name, (a, b) -> b, LinkedHashMap::new));
    }

    private record Point(String netns, Map<Integer, String> names, PacketSocket socket) {

        CapturedPacket packet(CapturedFrame frame) {
            Sighting sighting = new Sighting(
                    frame.timestamp(),
                    netns,
                    names.getOrDefault(frame.ifindex(), "#" + frame.ifindex()),
                    frame.direction(),
                    PacketReader.read(frame.protocol(), frame.payload()));
            return new CapturedPacket(sighting, frame);
        }
    }
}
