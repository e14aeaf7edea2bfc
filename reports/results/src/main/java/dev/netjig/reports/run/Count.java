package dev.netjig.reports.run;

import dev.netjig.reports.Status;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * How many tests there are and how many have ended. A parameterised method counts as one test until its first invocation:
 * nobody knows before how many there will be.
 */
final class Count {

    private final Set<String> templates = new HashSet<>();
    private long known;
    private long ended;
    private long failed;
    private long skipped;

    Count(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .forEach(test -> {
                    if (test.isTest()) {
                        known++;
                    } else if (TestWords.isMethod(test)
                            && plan.getChildren(test).isEmpty()) {
                        templates.add(test.getUniqueId());
                        known++;
                    }
                });
    }

    synchronized void registered(TestIdentifier test, Optional<TestIdentifier> parent) {
        if (test.isTest()) {
            boolean first = parent.filter(template -> templates.remove(template.getUniqueId()))
                    .isPresent();
            known += first ? 0 : 1;
        }
    }

    synchronized void ended(Status status) {
        ended++;
        switch (status) {
            case FAILED -> failed++;
            case SKIPPED -> skipped++;
            case PASSED -> {}
        }
    }

    synchronized long known() {
        return Math.max(known, ended);
    }

    synchronized long ended() {
        return ended;
    }

    synchronized long failed() {
        return failed;
    }

    synchronized long skipped() {
        return skipped;
    }
}
