package dev.netjig.jupiter;

import dev.netjig.testbed.Testbed;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What happens where a machine cannot run a test: the test is skipped with the reason and the remedy; with {@code
 * netjig.strict=true}, a configuration parameter of JUnit or a system property, it fails with the same text.
 */
final class Prerequisites {

    static final String STRICT = "netjig.strict";
    private static final String DOCTOR = "\n  all that this machine lacks: java -jar netjig.jar doctor";

    private Prerequisites() {}

    /** Sets {@code testbed} up. */
    static Testbed ready(LiveTestbed testbed, ExtensionContext context) {
        return ready(testbed::ready, context);
    }

    static <T> T ready(Supplier<T> setUp, ExtensionContext context) {
        try {
            return setUp.get();
        } catch (RuntimeException | Error failed) {
            Optional<String> reason = MachineLimits.reason(failed);
            if (reason.isEmpty()) {
                throw failed;
            }
            String message = "This machine cannot run the test: " + reason.get() + DOCTOR;
            if (isStrict(context)) {
                throw new UnmetPrerequisiteException(message, failed);
            }
            throw new TestAbortedException(message, failed);
        }
    }

    static boolean isStrict(ExtensionContext context) {
        String value = context.getConfigurationParameter(STRICT).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new ExtensionConfigurationException(
                    STRICT + ": \"" + value + "\" is no truth value; write true to fail where this machine cannot run a"
                            + " test, false to skip");
        }
        return value.equals("true");
    }
}
