package dev.netjig.assertions;

import dev.netjig.probe.EchoReply;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.ProbeResult;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a destination that was reached. */
public final class ReachAssert extends AbstractAssert<ReachAssert, ProbeResult> {

    ReachAssert(ProbeResult actual) {
        super(actual, ReachAssert.class);
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

    /** What the probe met with. */
    public ProbeResult result() {
        return actual;
    }

    private EchoReply reply() {
        if (actual instanceof PingResult ping) {
            return ping.reply().orElseThrow();
        }
        throw new UnsupportedOperationException("only an echo reply has a ttl that is told; this is " + actual);
    }
}
