package dev.netjig.picture;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.diagnosis.Evidence;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a diagnosis makes of pings, made up. */
final class Journeys {

    static final String RED = "192.168.0.2";
    static final String NODE = "10.0.0.2";
    static final String WORLD = "8.8.8.8";

    private final List<Sighting> path = new ArrayList<>();

    private Journeys() {}

    static Journeys begin() {
        return new Journeys();
    }

    /** {@code tx red/veth2-r}: a request from one address to another. */
    Journeys request(String where, String from, String to) {
        return seen(where, from, to, 8);
    }

    Journeys reply(String where, String from, String to) {
        return seen(where, from, to, 0);
    }

    private Journeys seen(String where, String from, String to, int type) {
        String[] words = where.split("[ /]");
        Packet packet = new Packet.Ip(
                IpLiteral.parse(from),
                IpLiteral.parse(to),
                64,
                7,
                1,
                84,
                Optional.of(new Packet.Icmp(false, type, 0, 1, 1, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
        Direction direction = words[0].equals("tx") ? Direction.OUTGOING : Direction.HOST;
        path.add(new Sighting(path.size(), words[1], words[2], direction, packet));
        return this;
    }

    Explanation died(String sender, String to, Cause cause) {
        return new Explanation(
                ping(sender, to),
                path,
                cause,
                Confidence.PROVEN,
                List.of(new Evidence("nftrace", "in node, verdict drop")),
                List.of());
    }

    Observation arrived(String sender, String to) {
        return new Observation(ping(sender, to), path, List.of(), Optional.empty(), List.of());
    }

    private static PingResult ping(String sender, String to) {
        InetAddress address = IpLiteral.parse(to);
        return new PingResult(sender, address, Optional.empty(), Optional.empty(), List.of(), Duration.ofSeconds(1));
    }

    /** Red's request dies at the node's FORWARD policy. */
    static Explanation forwardDrop() {
        return begin().request("tx red/veth2-r", RED, "192.168.0.3")
                .request("rx node/veth1-r", RED, "192.168.0.3")
                .died(
                        "red",
                        "192.168.0.3",
                        new Cause.Dropped(
                                "node", new Culprit.Policy("forward", "ip netjig FORWARD", Optional.empty())));
    }

    /** Red's request is masqueraded, arrives, and is answered. */
    static Observation masqueraded() {
        return begin().request("tx red/veth2-r", RED, WORLD)
                .request("rx node/veth1-r", RED, WORLD)
                .request("rx node/br0", RED, WORLD)
                .request("tx node/eth0", NODE, WORLD)
                .request("rx internet/eth0", NODE, WORLD)
                .reply("tx internet/eth0", WORLD, NODE)
                .reply("rx node/eth0", WORLD, NODE)
                .reply("tx node/br0", WORLD, RED)
                .reply("tx node/veth1-r", WORLD, RED)
                .reply("rx red/veth2-r", WORLD, RED)
                .arrived("red", WORLD);
    }
}
