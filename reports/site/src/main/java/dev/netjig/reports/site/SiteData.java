package dev.netjig.reports.site;

import dev.netjig.reports.Overview;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestResult;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.run.RunJvm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the site tells of.
 *
 * @param scenarios the documents' scenarios
 * @param runs the tests of all modules
 * @param evidence by the test's id
 * @param machine name and value of what is known of the machine, in order
 * @param allure the address of the Allure report; empty if there is none
 * @param notes what the reader must know of this report: what is missing in it, and why
 */
record SiteData(
        Overview scenarios,
        List<TestRun> runs,
        Map<String, List<Evidence>> evidence,
        List<RunJvm> jvms,
        Map<String, String> machine,
        Optional<String> allure,
        List<String> notes) {

    SiteData {
        runs = List.copyOf(runs);
        evidence = Map.copyOf(evidence);
        jvms = List.copyOf(jvms);
        notes = List.copyOf(notes);
    }

    List<Evidence> evidenceOf(String uniqueId) {
        return evidence.getOrDefault(uniqueId, List.of());
    }

    List<TestRun> with(Status status) {
        return runs.stream()
                .filter(run -> run.status() == status)
                .sorted(Comparator.comparing(TestRun::module).thenComparing(TestRun::type))
                .toList();
    }

    long count(Status status) {
        return runs.stream().filter(run -> run.status() == status).count();
    }

    /** Those that have a page: the scenarios' tests, and all that left something or did not pass. */
    List<TestRun> told() {
        Map<String, TestResult> scenarioOf = scenarioOf();
        return runs.stream()
                .filter(run -> run.status() != Status.PASSED
                        || !evidenceOf(run.uniqueId()).isEmpty()
                        || scenarioOf.containsKey(run.uniqueId()))
                .toList();
    }

    Map<String, TestResult> scenarioOf() {
        return scenarios.scenarios().stream()
                .flatMap(scenario -> scenario.tests().stream())
                .collect(Collectors.toMap(TestResult::uniqueId, Function.identity(), (one, other) -> one));
    }

    Map<String, TestRun> runOf() {
        return runs.stream().collect(Collectors.toMap(TestRun::uniqueId, Function.identity(), (one, other) -> one));
    }
}
