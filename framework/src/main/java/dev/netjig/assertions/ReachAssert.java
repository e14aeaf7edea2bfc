package dev.netjig.assertions;

import dev.netjig.probe.EchoReply;
import dev.netjig.probe.PingResult;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a destination that was reached. */
public final class ReachAssert extends AbstractAssert<ReachAssert, PingResult> {

    private final EchoReply reply;

    ReachAssert(PingResult actual, EchoReply reply) {
        super(actual, ReachAssert.class);
        this.reply = reply;
    }

    /** The reply's ttl as it arrived: the sender's initial one, less one for each router on the way back. */
    public ReachAssert withTtl(int ttl) {
        if (reply.ttl() != ttl) {
            throw failure("%s", ProbeTexts.should(actual, "be answered with ttl " + ttl));
        }
        return this;
    }

    /** The time from request to reply is at most {@code limit}. */
    public ReachAssert within(Duration limit) {
        if (reply.rtt().compareTo(limit) > 0) {
            throw failure("%s", ProbeTexts.shouldBeAnsweredWithin(actual, limit, reply.rtt()));
        }
        return this;
    }

    /** What the probe met with. */
    public PingResult result() {
        return actual;
    }
}
