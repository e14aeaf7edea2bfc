package dev.netjig.suites.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the VM's scripts can be checked in a second; {@code .ci/vm} runs them. */
class VmScriptsTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCRIPTS = ROOT.resolve("vagrant");

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> firstLine(file).matches("#!.*sh|# shellcheck shell=.*"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void each_script_can_be_parsed(Path script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        String complaints = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(complaints).isZero();
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_runs_on_other_kernels_exists() throws IOException {
        List<String> core = Files.readAllLines(SCRIPTS.resolve("kernel/core")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(core)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(sources(name))
                        .as("the package or class %s", name)
                        .anyMatch(Files::exists));
    }

    private static List<Path> sources(String name) {
        return Stream.of("framework", "suites")
                .map(module -> ROOT.resolve(module + "/src/test/java/" + name.replace('.', '/')))
                .flatMap(path -> Stream.of(path, Path.of(path + ".java")))
                .toList();
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
