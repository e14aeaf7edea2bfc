package dev.netjig.suites.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/first-test.md shows is what the sample project has, and its BOM has what netjig publishes. */
class FirstTestGuideTests {

    private static final Path SAMPLE = Path.of("../docs/sample");
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>netjig-(\\w+)</artifactId>");

    static List<String> examples() {
        Markdown guide = Markdown.of("docs/first-test.md");
        return Stream.of("java", "xml")
                .flatMap(language -> guide.blocks(language).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_are_in_the_sample(String example) throws IOException {
        assertThat(sources()).anySatisfy(source -> assertThat(source).contains(example));
    }

    @Test
    void the_bom_has_the_framework_and_every_extension() throws IOException {
        List<String> extensions = all(MODULE, Path.of("../extensions/pom.xml"));

        assertThat(all(ARTIFACT, Path.of("../extensions/bom/pom.xml")))
                .contains("framework")
                .containsAll(extensions);
    }

    @Test
    void sample_and_bom_have_the_projects_version() throws IOException {
        String version = "0.1.0-SNAPSHOT<";

        assertThat(Files.readString(Path.of("../pom.xml"))).contains(version);
        assertThat(Files.readString(Path.of("../extensions/bom/pom.xml"))).contains(version);
        assertThat(Files.readString(SAMPLE.resolve("pom.xml"))).contains(version);
    }

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("src/test/java"))) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(SAMPLE.resolve("pom.xml")))
                    .map(FirstTestGuideTests::read)
                    .toList();
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
