package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.EchoReply;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.PingResult;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What pings from red to 192.168.0.3 may meet with. */
final class Results {

    private static final InetAddress BLUE = IpLiteral.parse("192.168.0.3");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Results() {}

    static PingResult silence() {
        return result(Optional.empty(), Optional.empty());
    }

    static PingResult refused(Errno errno) {
        return result(Optional.of(errno), Optional.empty());
    }

    static PingResult answered(int ttl, Duration rtt) {
        return result(Optional.empty(), Optional.of(new EchoReply(BLUE, ttl, rtt)));
    }

    static PingResult failed(IcmpError... errors) {
        return result(Optional.empty(), Optional.empty(), errors);
    }

    /** Type 3 "destination unreachable". */
    static IcmpError unreachable(int code, String offender) {
        return new IcmpError(Errno.EHOSTUNREACH, false, 3, code, Optional.of(IpLiteral.parse(offender)), 0);
    }

    private static PingResult result(Optional<Errno> refusal, Optional<EchoReply> reply, IcmpError... errors) {
        return new PingResult("red", BLUE, refusal, reply, List.of(errors), SECOND);
    }
}
