package dev.netjig.support;

import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.testbed.UserNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks the kernel once, by loading the program. */
final class BpfCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> obstacle = DropTracer.unavailableBecause();
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("this machine lets this JVM watch dropped packets");
        }
        String reason = "This machine cannot run the test: " + obstacle.get();
        // Without root nothing is missing that a rootless run should have; as root something is.
        if (Boolean.getBoolean("netjig.strict") && isRoot()) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Whether this process is root in the machine's own user namespace, the only one that maps every id to itself. */
    private static boolean isRoot() {
        try {
            return UserNamespace.isMachines()
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
