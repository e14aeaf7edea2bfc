package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.UdpResult;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a datagram met with. */
public final class UdpResultAssert extends AbstractAssert<UdpResultAssert, UdpResult> {

    UdpResultAssert(UdpResult actual) {
        super(actual, UdpResultAssert.class);
    }

    public UdpResultAssert isAnswered() {
        isNotNull();
        if (!actual.answered()) {
            throw failure("%s", "Expecting an answer\n" + actual);
        }
        return this;
    }

    /** It failed with {@code errno}; ETIMEDOUT stands for silence. */
    public UdpResultAssert failsWith(Errno errno) {
        isNotNull();
        if (!actual.failure().filter(errno::equals).isPresent()) {
            throw failure("%s", "Expecting failure with " + errno + "\n" + actual);
        }
        return this;
    }
}
