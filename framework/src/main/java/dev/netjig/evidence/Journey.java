package dev.netjig.evidence;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code journey.txt} and {@code journey.json}: the way of each packet that was lost, expected or not, with the cause and
 * the evidence. The text of a test that did not pass also tells how packets that were watched came through.
 */
final class Journey implements ExhibitProvider {

    private static final int MOST = 100;
    private static final int MOST_OF_SUMMARY = 10;

    @Override
    public List<Exhibit> exhibits(Case test) {
        List<Observation> told = test.observations().stream()
                .filter(seen -> test.isFull() || seen.explanation().isPresent())
                .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        int most = test.isFull() ? MOST : MOST_OF_SUMMARY;
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(Exhibit.text("journey.txt", () -> text(told, most)));
        if (!test.explanations().isEmpty()) {
            exhibits.add(Exhibit.json("journey.json", () -> json(test.explanations(), most)));
        }
        return exhibits;
    }

    private static String text(List<Observation> told, int most) {
        int more = told.size() - most;
        return told.stream().limit(most).map(Observation::text).collect(Collectors.joining("\n\n"))
                + (more > 0 ? "\n\nand " + more + " more" : "")
                + "\n";
    }

    private static String json(List<Explanation> explanations, int most) {
        return explanations.stream().limit(most).map(Explanation::json).collect(Collectors.joining(",\n", "[", "]\n"));
    }
}
