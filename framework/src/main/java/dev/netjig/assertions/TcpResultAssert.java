package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.TcpResult;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what an attempt to connect met with. */
public final class TcpResultAssert extends AbstractAssert<TcpResultAssert, TcpResult> {

    TcpResultAssert(TcpResult actual) {
        super(actual, TcpResultAssert.class);
    }

    /** The connection was made. */
    public TcpResultAssert isConnected() {
        isNotNull();
        if (!actual.isConnected()) {
            throw failure("%s", ProbeTexts.should(actual, "be connected"));
        }
        return this;
    }

    /** The attempt failed with {@code errno}; ETIMEDOUT stands for silence. */
    public TcpResultAssert failsWith(Errno errno) {
        isNotNull();
        if (!actual.failure().filter(errno::equals).isPresent()) {
            throw failure("%s", ProbeTexts.should(actual, "fail with " + errno));
        }
        return this;
    }
}
