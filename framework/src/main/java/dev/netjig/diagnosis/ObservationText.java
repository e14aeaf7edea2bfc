package dev.netjig.diagnosis;

/** An observation as people read it. */
final class ObservationText {

    private ObservationText() {}

    static String of(Observation observation) {
        return observation.explanation().map(Explanation::text).orElseGet(() -> answered(observation));
    }

    private static String answered(Observation observation) {
        StringBuilder text = new StringBuilder();
        text.append(observation.result()).append('\n');
        ExplanationText.block(text, "path", observation.hops(), "nothing was seen on any device");
        ExplanationText.block(text, "packet filters", observation.passages(), "it met none");
        if (!observation.notLookedAt().isEmpty()) {
            ExplanationText.block(text, "not looked at", observation.notLookedAt(), "");
        }
        return text.toString().stripTrailing();
    }
}
