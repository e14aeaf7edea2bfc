package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.EchoReply;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.PingResult;
import dev.netjig.topology.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what an echo request met with. */
public final class PingResultAssert extends AbstractAssert<PingResultAssert, PingResult> {

    PingResultAssert(PingResult actual) {
        super(actual, PingResultAssert.class);
    }

    /** A reply came, with this ttl. */
    public PingResultAssert isAnsweredWithTtl(int ttl) {
        isAnswered();
        int seen = actual.reply().map(EchoReply::ttl).orElse(0);
        if (seen != ttl) {
            throw failure("%s", ProbeTexts.should(actual, "be answered with ttl " + ttl));
        }
        return this;
    }

    /** A reply came. */
    public PingResultAssert isAnswered() {
        isNotNull();
        if (!actual.isAnswered()) {
            throw failure("%s", ProbeTexts.should(actual, "be answered"));
        }
        return this;
    }

    /** Nothing came back and nothing was refused: neither reply nor error. */
    public PingResultAssert isLost() {
        isNotNull();
        if (actual.isAnswered()
                || actual.refusal().isPresent()
                || !actual.errors().isEmpty()) {
            throw failure("%s", ProbeTexts.should(actual, "be lost in silence"));
        }
        return this;
    }

    /** The sender's own kernel refused to send it with {@code errno}. */
    public PingResultAssert isRefusedWith(Errno errno) {
        isNotNull();
        if (!actual.refusal().filter(errno::equals).isPresent()) {
            throw failure("%s", ProbeTexts.should(actual, "be refused by its own kernel with " + errno));
        }
        return this;
    }

    /** An ICMP error of this type and code came from {@code offender}. */
    public PingResultAssert hasIcmpError(int type, int code, String offender) {
        isNotNull();
        InetAddress from = IpLiteral.parse(offender);
        boolean seen = actual.errors().stream().anyMatch(error -> isError(error, type, code, from));
        if (!seen) {
            throw failure(
                    "%s",
                    ProbeTexts.should(
                            actual,
                            "meet with an ICMP error of type " + type + " code " + code + " ("
                                    + IcmpError.text(from instanceof Inet6Address, type, code) + ") from " + offender));
        }
        return this;
    }

    private static boolean isError(IcmpError error, int type, int code, InetAddress from) {
        return error.type() == type
                && error.code() == code
                && error.offender().filter(from::equals).isPresent();
    }
}
