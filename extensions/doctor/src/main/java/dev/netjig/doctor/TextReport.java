package dev.netjig.doctor;

import java.util.List;

/** An examination for people: a line for each thing, and two more for what is not there. */
final class TextReport {

    private TextReport() {}

    static String of(Examination examination) {
        StringBuilder text = new StringBuilder("netjig doctor: ")
                .append(String.join(", ", examination.machine().values()))
                .append('\n');
        for (Area area : Area.values()) {
            text.append('\n').append(area.title()).append('\n');
            examination.findings().stream()
                    .filter(finding -> finding.area() == area)
                    .forEach(finding -> append(text, finding));
        }
        return text.append('\n').append(verdict(examination)).append('\n').toString();
    }

    private static void append(StringBuilder text, Finding finding) {
        text.append("  %-8s %-19s %s%n".formatted(finding.state(), finding.name(), finding.found()));
        finding.remedy()
                .ifPresent(remedy -> List.of("why:    " + finding.why(), "remedy: " + remedy)
                        .forEach(
                                line -> text.append(" ".repeat(11)).append(line).append('\n')));
    }

    private static String verdict(Examination examination) {
        long missing = examination.count(State.MISSING);
        long limited = examination.count(State.LIMITED);
        String counts = "%d ok, %d limited, %d missing, %d unknown"
                .formatted(examination.count(State.OK), limited, missing, examination.count(State.UNKNOWN));
        if (missing > 0) {
            return counts + ": no test can run here";
        }
        return counts + (limited > 0 ? ": tests that need what is limited cannot run here" : ": tests can run here");
    }
}
