package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM with this one's class path that runs the fixtures. */
final class ShardProcess {

    private final Process process;

    private ShardProcess(Process process) {
        this.process = process;
    }

    static ShardProcess start(Map<String, String> variables, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(List.of(properties));
        command.add("dev.netjig.shards.fixtures.RunFixtures");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The machine that tests this may be a shard itself.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("NETJIG_") || name.startsWith("CI_") || name.startsWith("JOB_"));
        builder.environment().putAll(variables);
        return new ShardProcess(builder.start());
    }

    /** The unique ids of the tests that it has run, all of which have passed. */
    List<String> tests() throws IOException, InterruptedException {
        String output = output();
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("FAILED", "ABORTED");
        return output.lines().filter(line -> line.startsWith("SUCCESSFUL ")).toList();
    }

    /** What a JVM said that did not come to its tests. */
    String failure() throws IOException, InterruptedException {
        String output = output();
        assertThat(process.waitFor()).as(output).isNotZero();
        assertThat(output).doesNotContain("SUCCESSFUL ");
        return output;
    }

    private String output() throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
