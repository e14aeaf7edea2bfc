package dev.netjig.diagnosis;

import java.util.List;
import java.util.Locale;

/** An explanation as people read it. */
final class ExplanationText {

    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(explanation.attempt()).append('\n');
        text.append("  cause (")
                .append(explanation.confidence().name().toLowerCase(Locale.ROOT))
                .append("): ");
        text.append(explanation.cause().summary()).append('\n');
        block(text, "path", explanation.hops(), "nothing was seen on any device");
        block(text, "evidence", explanation.evidence(), "none");
        if (!explanation.notLookedAt().isEmpty()) {
            block(text, "not looked at", explanation.notLookedAt(), "");
        }
        text.append("  remedy: ").append(explanation.cause().remedy());
        return text.toString();
    }

    static void block(StringBuilder text, String title, List<?> lines, String none) {
        text.append("  ").append(title).append(':');
        if (lines.isEmpty()) {
            text.append(' ').append(none).append('\n');
            return;
        }
        text.append('\n');
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
    }
}
