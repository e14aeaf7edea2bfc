package dev.netjig.suites.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show and name exists. */
class ReadmeTests {

    private static final Path EXAMPLES = Path.of("src/test/java/dev/netjig/suites/readme");

    static List<String> examples() {
        return Markdown.of("README.md").blocks("java");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void java_in_the_readme_is_code_that_is_compiled_and_run(String example) throws IOException {
        assertThat(sources()).anySatisfy(source -> assertThat(source).contains(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "vagrant/README.md", "docs/first-test.md"})
    void links_lead_to_files(String document) {
        assertThat(Markdown.of(document).links())
                .allSatisfy(link -> assertThat(link).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvn verify -Pscenarios", "mvn verify"})
    void the_two_commands_are_there(String command) {
        assertThat(Markdown.of("README.md").blocks("sh").get(0)).containsPattern("(?m)^" + command + " +#");
    }

    @Test
    void ci_runs_the_test_command() throws IOException {
        assertThat(Files.readString(Path.of("../.ci/run"))).contains("step 'All tests' mvn verify ");
    }

    @Test
    void the_dependency_has_the_projects_version() throws IOException {
        String version = "<version>0.1.0-SNAPSHOT</version>";

        assertThat(Markdown.of("README.md").blocks("xml").get(0)).contains(version);
        assertThat(Files.readString(Path.of("../pom.xml"))).contains(version);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(ReadmeTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
