package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.UdpResult;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a datagram met with. */
public final class UdpResultAssert extends AbstractAssert<UdpResultAssert, UdpResult> {

    UdpResultAssert(UdpResult actual) {
        super(actual, UdpResultAssert.class);
    }

    /** A datagram came back. */
    public UdpResultAssert isAnswered() {
        isNotNull();
        if (!actual.answered()) {
            throw failure("%s", ProbeTexts.should(actual, "be answered"));
        }
        return this;
    }

    /** It failed with {@code errno}; ETIMEDOUT stands for silence. */
    public UdpResultAssert failsWith(Errno errno) {
        isNotNull();
        if (!actual.failure().filter(errno::equals).isPresent()) {
            throw failure("%s", ProbeTexts.should(actual, "fail with " + errno));
        }
        return this;
    }
}
