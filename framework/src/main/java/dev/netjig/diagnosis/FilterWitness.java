package dev.netjig.diagnosis;

import java.util.Optional;

/** The traces of the packet filters: the rule or policy at which this very packet ended. */
final class FilterWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.steps().stream()
                .filter(step -> step.drops()
                        && scene.trail().mayEndAt(step, scene.sender().name()))
                .findFirst()
                .map(step -> finding(scene, step));
    }

    private static Finding finding(Scene scene, FilterStep step) {
        Evidence traced = traced(step);
        Culprit culprit = FilterAuthors.culprit(scene, step);
        if (step.rejects()) {
            Rejection answer = Rejection.of(scene, step.netns());
            return Finding.proven(new Cause.Rejected(step.netns(), culprit, answer.text()), traced, answer.evidence());
        }
        return Finding.proven(new Cause.Dropped(step.netns(), culprit), traced);
    }

    static Evidence traced(FilterStep step) {
        return new Evidence(
                step.witness(),
                "in " + step.netns() + ", " + place(step.culprit()) + " gave verdict drop to " + step.packet());
    }

    private static String place(Culprit culprit) {
        if (culprit instanceof Culprit.Rule rule) {
            String handle =
                    rule.handle().isPresent() ? " (handle " + rule.handle().getAsLong() + ")" : "";
            return "rule " + rule.number() + handle + " of chain " + rule.chain();
        }
        return culprit instanceof Culprit.Policy policy ? "the policy of chain " + policy.chain() : culprit.describe();
    }
}
