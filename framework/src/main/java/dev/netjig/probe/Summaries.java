package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.time.Duration;
import java.util.Optional;

/** What became of a TCP or UDP probe, in a few words. */
final class Summaries {

    private Summaries() {}

    static String of(ProbeResult result, Optional<Errno> failure, String success, Duration elapsed) {
        if (failure.isEmpty()) {
            return success;
        }
        if (result.refusal().isPresent()) {
            return "not sent: " + result.refusal().get();
        }
        if (!result.errors().isEmpty()) {
            return result.errors().get(0).toString();
        }
        return failure.get().equals(Errno.ETIMEDOUT)
                ? "no answer within " + elapsed.toMillis() + " ms"
                : failure.get().toString();
    }
}
