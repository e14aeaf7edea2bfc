package dev.netjig.suites.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every test of a chapter is a scenario of that chapter, so that the table lacks nothing. */
class ChapterRulesTests {

    private static final TestPlan PLAN = LauncherFactory.create()
            .discover(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectPackage("dev.netjig.suites"))
                    .filters(includeClassNamePatterns("dev\\.netjig\\.suites\\.chapter.*(?<!TestCase)"))
                    .build());

    private static final List<TestIdentifier> TESTS = PLAN.getRoots().stream()
            .flatMap(root -> PLAN.getDescendants(root).stream())
            .filter(test -> test.isTest()
                    || (ScenarioOfTest.method(test).isPresent()
                            && PLAN.getChildren(test).isEmpty()))
            .toList();

    @Test
    void every_test_of_a_chapter_names_its_scenario() {
        assertThat(TESTS)
                .allSatisfy(test -> assertThat(scenario(test))
                        .as("the scenario of " + test.getUniqueId())
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "C1", "C2", "C3", "C4", "D1",
                "D2", "D3", "D4", "D5", "D6", "E1", "E2", "E3", "E4", "E5", "E6", "F1", "F2", "F3", "F4", "G1", "G2",
                "G3", "G4", "G5"
            })
    void every_numbered_scenario_of_the_documents_is_there(String id) {
        assertThat(TESTS.stream()
                        .flatMap(test -> scenario(test).stream())
                        .map(found -> found.scenario().id()))
                .anySatisfy(found -> assertThat(found + ".").startsWith(id + "."));
    }

    @Test
    void a_scenario_has_one_title() {
        Map<String, Set<String>> titles = new TreeMap<>();
        TESTS.stream()
                .flatMap(test -> scenario(test).stream())
                .forEach(found -> titles.computeIfAbsent(found.scenario().id(), id -> new TreeSet<>())
                        .add(found.scenario().title()));

        assertThat(titles)
                .allSatisfy(
                        (id, all) -> assertThat(all).as("the titles of " + id).hasSize(1));
    }

    @Test
    void an_id_is_the_letter_of_its_chapter_and_a_number() {
        assertThat(TESTS).allSatisfy(test -> {
            String name = ScenarioOfTest.method(test)
                    .orElseThrow()
                    .getDeclaringClass()
                    .getPackageName();
            String letter = name.replaceAll(".*\\.chapter(.).*", "$1").toUpperCase(Locale.ROOT);
            assertThat(scenario(test).orElseThrow().scenario().id()).matches(letter + "\\d+(\\.\\d+)*");
        });
    }

    @Test
    void a_title_is_a_sentence_without_a_full_stop() {
        assertThat(TESTS)
                .allSatisfy(test -> assertThat(
                                scenario(test).orElseThrow().scenario().title())
                        .matches("\\S.*[^.\\s]"));
    }

    private static Optional<ScenarioOfTest> scenario(TestIdentifier test) {
        return ScenarioOfTest.of(test, Optional.of(PLAN));
    }
}
