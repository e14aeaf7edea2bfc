package dev.netjig.reports.run;

import dev.netjig.reports.Paint;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of {@link Progress}. */
final class ProgressText {

    private static final int BAR = 20;
    private static final int LINES_OF_A_FAILURE = 40;

    private ProgressText() {}

    /** {@code netjig-suites  312 of 814 tests, 2 failed  1:45  ForwardDrop}, on a terminal with a bar. */
    static String line(String module, Count count, Duration elapsed, String type, Screen screen) {
        String numbers = module + "  " + count.ended() + " of " + Texts.count(count.known(), "test");
        String failed = count.failed() == 0 ? "" : ", " + count.failed() + " failed";
        String skipped = count.skipped() == 0 ? "" : ", " + count.skipped() + " skipped";
        String rest = "  " + clock(elapsed) + "  " + type.substring(type.lastIndexOf('.') + 1);
        Paint paint = screen.paint();
        if (!screen.rewrites()) {
            return numbers + failed + skipped + rest;
        }
        int room = screen.width() - BAR - 2 - numbers.length() - failed.length() - skipped.length();
        return bar(count, paint)
                + "  "
                + numbers
                + paint.verdict(Status.FAILED, failed)
                + paint.verdict(Status.SKIPPED, skipped)
                + paint.faint(rest.substring(0, Math.max(0, Math.min(rest.length(), room))));
    }

    /** {@code netjig-framework: 1644 tests, 1 failed, 2 skipped in 27.1 s}. */
    static String end(String module, Count count, Duration elapsed, Paint paint) {
        String text = module + ": " + Texts.count(count.ended(), "test") + ", " + count.failed() + " failed, "
                + count.skipped() + " skipped in " + Texts.of(elapsed);
        return count.failed() == 0 ? text : paint.verdict(Status.FAILED, text);
    }

    /** The test and its message, which for a lost packet is the explanation. */
    static String failure(TestRun test, Paint paint) {
        String message = test.message()
                .strip()
                .lines()
                .limit(LINES_OF_A_FAILURE)
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
        String place = test.trace()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("at ") && line.contains(test.type() + "."))
                .findFirst()
                .map(line -> "\n    " + line.replaceFirst("^at (.*/)?", "at "))
                .orElse("");
        return paint.verdict(Status.FAILED, "FAILED  " + test.simpleType() + " > " + test.test()) + "\n" + message
                + paint.faint(place);
    }

    private static String bar(Count count, Paint paint) {
        int full = (int) (count.known() == 0 ? BAR : count.ended() * BAR / count.known());
        Status colour = count.failed() == 0 ? Status.PASSED : Status.FAILED;
        return paint.verdict(colour, "━".repeat(full)) + paint.faint("─".repeat(BAR - full));
    }

    private static String clock(Duration elapsed) {
        return String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
