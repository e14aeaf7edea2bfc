package dev.netjig.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is killed while its engine runs a container. */
class KilledJvmTests {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path temp;

    @Test
    void its_processes_end_with_it_and_the_next_jvm_removes_its_files_and_groups() throws Exception {
        Process killed = start("wait");
        awaitReady(killed);
        assertThat(Traces.of(temp.toString())).isNotEmpty();
        String lair = lairs().get(0);

        killed.destroyForcibly().waitFor();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Traces.of(temp.toString())).isEmpty());
        assertThat(lairs()).containsExactly(lair);

        Process next = start(Victim.END);
        String output = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(next.waitFor()).as(output).isZero();
        assertThat(lairs()).isEmpty();
        assertThat(Traces.of(lair)).isEmpty();
    }

    private List<String> lairs() {
        String[] names = temp.toFile().list((directory, name) -> name.contains("netjig-engines-"));
        return names == null ? List.of() : List.of(names);
    }

    private Process start(String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(Victim.READY)) {
                return;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("the JVM ended by itself:\n" + read);
    }
}
