package dev.netjig.suites.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Without the kernel's own word on what it drops, netjig finds out all the same: whoever runs the catalogue without being
 * root, in a user namespace, gets the explanations that root gets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TierTestCase {

    /** What comes before {@code java}, and the options behind it. */
    private final List<String> before;

    private final List<String> options;
    private Map<String, CatalogueRun.Line> found = Map.of();

    TierTestCase(List<String> before, List<String> options) {
        this.before = before;
        this.options = options;
    }

    @BeforeAll
    void run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("exit code of %s, which printed:\n%s", command(), output)
                .isZero();
        found = output.lines()
                .map(CatalogueRun.Line::parse)
                .collect(Collectors.toMap(CatalogueRun.Line::fault, line -> line));
    }

    @Test
    void every_fault_was_sown() {
        assertThat(found).hasSameSizeAs(Catalogue.faults());
    }

    @Test
    void the_kernels_own_word_was_not_heard() {
        assertThat(found.values()).extracting(CatalogueRun.Line::tier).containsOnly("tier 0");
    }

    @Test
    void no_explanation_is_wrong() {
        assertThat(found.values())
                .filteredOn(line -> line.verdict().equals("WRONG"))
                .isEmpty();
    }

    @Test
    void both_tiers_agree() {
        assertThat(Catalogue.faults().stream()
                        .map(Outcome::of)
                        .map(CatalogueRun.Line::of)
                        .filter(line -> !line.explanation().equals(explanation(line.fault()))))
                .isEmpty();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CatalogueRun.class.getName()));
        return command;
    }

    private String explanation(String fault) {
        CatalogueRun.Line line = found.get(fault);
        return line == null ? "" : line.explanation();
    }
}
