package dev.netjig.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.List;

/** The overview for programs. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static String render(Overview overview) {
        Totals totals = overview.totals();
        try {
            return JSON.writeValueAsString(new Root(
                            totals.passed(),
                            totals.failed(),
                            totals.skipped(),
                            totals.tests(),
                            totals.duration().toMillis(),
                            overview.chapters().stream()
                                    .map(JsonReport::chapter)
                                    .toList()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChapterNode chapter(Chapter chapter) {
        return new ChapterNode(
                chapter.id(),
                chapter.title(),
                chapter.scenarios().stream().map(JsonReport::scenario).toList());
    }

    private static ScenarioNode scenario(Scenario scenario) {
        return new ScenarioNode(
                scenario.id(),
                scenario.title(),
                scenario.verdict(),
                scenario.duration().toMillis(),
                scenario.reasons(),
                scenario.tests());
    }

    private record Root(
            long passed, long failed, long skipped, long tests, long durationMillis, List<ChapterNode> chapters) {}

    private record ChapterNode(String id, String title, List<ScenarioNode> scenarios) {}

    private record ScenarioNode(
            String id,
            String title,
            Status verdict,
            long durationMillis,
            List<Reason> reasons,
            List<TestResult> tests) {}
}
