package dev.netjig.assertions;

import dev.netjig.diagnosis.Observation;
import dev.netjig.diagnosis.Passage;
import dev.netjig.diagnosis.RequestPath;
import dev.netjig.probe.EchoReply;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.ProbeResult;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a destination that was reached.
 *
 * <p>Those on the way there ({@link #takesPath}, {@link #isSeenAs}, {@link #isRewrittenTo}), {@link #explanation} and
 * {@link #passages} need a probe that was watched:
 * after {@link NetworkNamespaceAssert#watched()} they use the one that was sent, else the first of them sends a second one
 * like it.
 */
public final class ReachAssert extends AbstractAssert<ReachAssert, ProbeResult> {

    private final Supplier<Observation> watch;
    private @Nullable Observation watched;

    /** @param watch sends the probe under watch, or tells what was seen of it if it was watched already */
    ReachAssert(ProbeResult actual, Supplier<Observation> watch) {
        super(actual, ReachAssert.class);
        this.watch = watch;
    }

    /** The reply's ttl as it arrived: the sender's initial one, less one for each router on the way back. */
    public ReachAssert withTtl(int ttl) {
        if (reply().ttl() != ttl) {
            throw failure("%s", ProbeTexts.should(actual, "be answered with ttl " + ttl));
        }
        return this;
    }

    /** The time from request to reply is at most {@code limit}. */
    public ReachAssert within(Duration limit) {
        Duration took = actual.elapsed();
        if (took.compareTo(limit) > 0) {
            throw failure("%s", ProbeTexts.shouldBeAnsweredWithin(actual, limit, took));
        }
        return this;
    }

    /**
     * The request came through exactly these namespaces, sender and receiver included, in this order. A bridge counts for
     * the namespace that it is in.
     */
    public ReachAssert takesPath(String... namespaces) {
        List<String> wanted = List.of(namespaces);
        if (!RequestPath.of(observation()).namespaces().equals(wanted)) {
            throw failure("%s", PathTexts.shouldTakePath(observation(), wanted));
        }
        return this;
    }

    /** The source that the receiver sees: what masquerading or SNAT on the way made of the sender's. */
    public ReachAssert isSeenAs(String source) {
        InetAddress wanted = IpLiteral.parse(source);
        if (!endsWith(packet -> packet.source().equals(wanted))) {
            throw failure("%s", PathTexts.shouldBeSeenAs(observation(), PathTexts.place(wanted, 0)));
        }
        return this;
    }

    /** Where the request came in the end: what DNAT on the way made of the address that it was for. */
    public ReachAssert isRewrittenTo(String destination) {
        InetAddress wanted = IpLiteral.parse(destination);
        if (!endsWith(packet -> packet.destination().equals(wanted))) {
            throw failure("%s", PathTexts.shouldBeRewrittenTo(observation(), PathTexts.place(wanted, 0)));
        }
        return this;
    }

    /** As {@link #isRewrittenTo(String)}, with the port, for TCP and UDP. */
    public ReachAssert isRewrittenTo(String destination, int port) {
        InetAddress wanted = IpLiteral.parse(destination);
        boolean came = endsWith(packet -> packet.destination().equals(wanted)
                && packet.ports().filter(ports -> ports.destination() == port).isPresent());
        if (!came) {
            throw failure("%s", PathTexts.shouldBeRewrittenTo(observation(), PathTexts.place(wanted, port)));
        }
        return this;
    }

    /**
     * Why it was reached, for people: the path with what NAT rewrote, and the rules and policies that let the request and
     * the answer through.
     */
    public String explanation() {
        return observation().text();
    }

    /** The rules and policies that let the request and the answer through, in the order of their way. */
    public List<Passage> passages() {
        return observation().passages();
    }

    /** What the probe met with. */
    public ProbeResult result() {
        return actual;
    }

    private boolean endsWith(Predicate<Packet.Ip> wanted) {
        return RequestPath.of(observation())
                .end()
                .filter(end -> end.packet() instanceof Packet.Ip packet && wanted.test(packet))
                .isPresent();
    }

    private Observation observation() {
        Observation known = watched;
        if (known == null) {
            known = watch.get();
            watched = known;
        }
        if (!known.result().isAnswered()) {
            throw failure("%s", PathTexts.shouldBeAnsweredAgain(actual, known));
        }
        return known;
    }

    private EchoReply reply() {
        if (actual instanceof PingResult ping) {
            return ping.reply().orElseThrow();
        }
        throw new UnsupportedOperationException("only an echo reply has a ttl that is told; this is " + actual);
    }
}
