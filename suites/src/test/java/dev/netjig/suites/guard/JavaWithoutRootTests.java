package dev.netjig.suites.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The java of {@code mvn verify -Prootless}. */
class JavaWithoutRootTests {

    private record Outcome(int exitCode, String output) {}

    private static final Path WRAPPER = Path.of("../.mvn/rootless/bin/java");

    @Test
    void it_is_root_of_a_user_namespace_with_mounts_of_its_own() throws Exception {
        Outcome outcome = run(
                "/bin/sh", List.of(), "-ec", "id -u; mount -t tmpfs mine /mnt; awk '{ print $3 }' /proc/self/uid_map");

        assertThat(outcome).isEqualTo(new Outcome(0, "0\n1\n"));
    }

    @Test
    void it_ends_as_java_ends() throws Exception {
        assertThat(run("/bin/sh", List.of(), "-c", "exit 7")).isEqualTo(new Outcome(7, ""));
    }

    @Test
    void where_there_are_no_user_namespaces_it_says_what_to_do() throws Exception {
        List<String> none = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "sh",
                "-ec",
                "echo 0 >/proc/sys/user/max_user_namespaces; exec \"$@\"",
                "sh");

        Outcome outcome = run("/bin/true", none);

        assertThat(outcome.output())
                .isEqualTo("netjig: tests without root need a user namespace: unshare: unshare failed: No space left on"
                        + " device\n  remedy: sudo sysctl -w user.max_user_namespaces=15000\n");
        assertThat(outcome.exitCode()).isOne();
    }

    private static Outcome run(String java, List<String> before, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.of(before, List.of(WRAPPER.toString()), List.of(arguments))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true);
        builder.environment().put("NETJIG_JAVA", java);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
