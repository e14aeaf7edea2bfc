package dev.netjig.assertions;

import dev.netjig.probe.Capture;
import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Ping;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on an echo request as it looks where it arrives, whatever became of the answer. */
public final class ArrivalAssert extends AbstractAssert<ArrivalAssert, Packet.Ip> {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final String netns;

    private ArrivalAssert(String netns, Packet.Ip actual) {
        super(actual, ArrivalAssert.class);
        this.netns = netns;
    }

    static ArrivalAssert observe(NetworkNamespace receiver, NetworkNamespace sender, InetAddress to) {
        try (Capture capture = Capture.start(List.of(receiver));
                EchoExchange exchange = Ping.of(sender, to).open()) {
            Duration limit = exchange.send().isEmpty() ? LIMIT : Duration.ZERO;
            Optional<Packet.Ip> request = capture.await(sighting -> isRequest(sighting, exchange), limit)
                    .map(sighting -> (Packet.Ip) sighting.packet());
            exchange.await(Duration.ZERO);
            return new ArrivalAssert(
                    receiver.name(),
                    request.orElseThrow(() -> new AssertionError(shouldArrive(receiver.name(), exchange.result()))));
        }
    }

    /** The source address that the request arrived with: what masquerading made of it. */
    public ArrivalAssert seesSource(String address) {
        if (!actual.source().equals(IpLiteral.parse(address))) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object(), "source " + address, "source " + IpLiteral.format(actual.source())));
        }
        return this;
    }

    /** The destination address that the request arrived with: what DNAT made of it. */
    public ArrivalAssert seesDestination(String address) {
        if (!actual.destination().equals(IpLiteral.parse(address))) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object(),
                            "destination " + address,
                            "destination " + IpLiteral.format(actual.destination())));
        }
        return this;
    }

    /** The ttl that the request arrived with. */
    public ArrivalAssert withTtl(int ttl) {
        if (actual.ttl() != ttl) {
            throw failure("%s", ConfigurationTexts.shouldHave(object(), "ttl " + ttl, "ttl " + actual.ttl()));
        }
        return this;
    }

    static String shouldArrive(String receiver, PingResult sent) {
        String expected = "Expecting netns " + receiver + "\nto see the echo request of netns " + sent.netns() + " to "
                + IpLiteral.format(sent.destination()) + " arrive\nbut it ";
        if (sent.refusal().isPresent()) {
            return expected + "was " + sent.summary();
        }
        return expected + "did not within " + LIMIT.toMillis() + " ms"
                + (sent.isAnswered() || !sent.errors().isEmpty() ? "; its sender got: " + sent.summary() : "");
    }

    private String object() {
        return "the echo request that arrived in netns " + netns;
    }

    private static boolean isRequest(Sighting sighting, EchoExchange exchange) {
        return !sighting.isOutgoing()
                && sighting.packet() instanceof Packet.Ip ip
                && exchange.flow().isRequest(ip);
    }
}
