package dev.netjig.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, durations and long lines as people read them. */
public final class Texts {

    private Texts() {}

    /** {@code 0.21 s}, {@code 14.2 s}, {@code 2 min 05 s}. */
    public static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 9.995) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < 99.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }

    /** {@code 1 test}, {@code 24 tests}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 24 tests, 2 failed}: of how many tests a scenario's verdict is made. */
    public static String tests(Scenario scenario) {
        String text = count(scenario.tests().size(), "test");
        for (Status status : List.of(Status.FAILED, Status.SKIPPED)) {
            long number = scenario.count(status);
            if (number > 0 && number < scenario.tests().size()) {
                text += ", " + number + " " + status.word();
            }
        }
        return text;
    }

    /** Breaks {@code text} between words; a word that is wider than a line stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
