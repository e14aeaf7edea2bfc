package dev.netjig.suites.kernels;

import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Asks the kernel, once for each kind, by making one in a namespace of its own; that loads the module if there is one. */
final class NeedsLinkKindCondition implements ExecutionCondition {

    private static final Map<String, Optional<String>> OBSTACLES = new ConcurrentHashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> obstacle = context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsLinkKind.class))
                .flatMap(needed -> OBSTACLES.computeIfAbsent(needed.value(), NeedsLinkKindCondition::obstacle));
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("this kernel has what the test needs");
        }
        String reason = "This machine cannot run the test: " + obstacle.get();
        if (System.getProperty("netjig.kernel", "").equals("stock")) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static Optional<String> obstacle(String kind) {
        try (Testbed testbed = Testbed.create(Topology.builder()
                .vethPair("a", pair -> pair.peer("b", end -> {}))
                .build())) {
            NetworkNamespace node = testbed.node();
            CommandResult made = node.shell(command(kind));
            if (made.succeeded()) {
                return Optional.empty();
            }
            return Optional.of(
                    "its kernel has no " + kind + " (" + made.stderr().strip() + ")\n  remedy: use a"
                            + " distribution's kernel, such as the one of the project's VM (vagrant up) or of"
                            + " vagrant/boot-kernel; on Ubuntu apt-get install linux-modules-extra-$(uname -r)");
        }
    }

    private static String command(String kind) {
        return switch (kind) {
            case "netem" -> "tc qdisc add dev a root netem delay 1ms";
            case "vlan" -> "ip link add link a name probe type vlan id 10";
            case "ipvlan", "macvlan" -> "ip link add link a name probe type " + kind;
            case "vrf" -> "ip link add probe type vrf table 10";
            default -> "ip link add probe type " + kind;
        };
    }
}
