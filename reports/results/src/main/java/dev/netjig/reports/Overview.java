package dev.netjig.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All scenarios that were tried, by chapter and in the documents' order. */
public record Overview(List<Chapter> chapters) {

    public Overview {
        chapters = List.copyOf(chapters);
    }

    public static Overview of(List<TestResult> results) {
        Map<String, List<TestResult>> byScenario = new TreeMap<>(ScenarioId.ORDER);
        results.stream()
                .sorted(Comparator.comparing(TestResult::uniqueId, ScenarioId.ORDER))
                .forEach(result -> byScenario
                        .computeIfAbsent(result.scenario(), id -> new ArrayList<>())
                        .add(result));
        Map<String, List<Scenario>> byChapter = new TreeMap<>();
        byScenario.forEach((id, tests) -> byChapter
                .computeIfAbsent(ScenarioId.chapter(id), chapter -> new ArrayList<>())
                .add(new Scenario(id, tests.get(0).title(), tests)));
        return new Overview(byChapter.entrySet().stream()
                .map(entry -> new Chapter(entry.getKey(), title(entry.getValue()), entry.getValue()))
                .toList());
    }

    public List<Scenario> scenarios() {
        return chapters.stream()
                .flatMap(chapter -> chapter.scenarios().stream())
                .toList();
    }

    /** The ids of those that failed. */
    List<String> failed() {
        return scenarios().stream()
                .filter(scenario -> scenario.verdict() == Status.FAILED)
                .map(Scenario::id)
                .toList();
    }

    public Totals totals() {
        return Totals.of(scenarios());
    }

    private static String title(List<Scenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.tests().stream())
                .map(TestResult::chapter)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }
}
