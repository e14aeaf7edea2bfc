package dev.netjig.support;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks the kernel once, by making a namespace. */
final class NamespacesCondition implements ExecutionCondition {

    private static final Optional<String> OBSTACLE = obstacle();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (OBSTACLE.isEmpty()) {
            return ConditionEvaluationResult.enabled("this machine can make network namespaces");
        }
        String reason = "This machine cannot run the test: " + OBSTACLE.get();
        if (Boolean.getBoolean("netjig.strict")) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Only what the machine forbids is an obstacle; any other failure is netjig's, and the tests shall show it. */
    private static Optional<String> obstacle() {
        try {
            Testbed.create(Topology.builder().build()).close();
            return Optional.empty();
        } catch (KernelException refused) {
            boolean forbidden = refused.errno()
                    .filter(errno -> errno.equals(Errno.EPERM) || errno.equals(Errno.EACCES))
                    .isPresent();
            return forbidden ? Optional.of(String.valueOf(refused.getMessage())) : Optional.empty();
        } catch (RuntimeException | Error failed) {
            return Optional.empty();
        }
    }
}
