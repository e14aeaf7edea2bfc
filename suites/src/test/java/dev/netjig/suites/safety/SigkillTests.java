package dev.netjig.suites.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.netjig.suites.support.Survivors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that builds topologies is killed at 20 random moments. Whenever it happens, five seconds later the machine is as
 * it was, and neither a process nor a file is left.
 */
class SigkillTests {

    private static final int KILLS = 20;
    private static final String MARK = "NETJIG_VICTIM";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** When to kill: {@code after} the line {@code line} was printed for the {@code count}th time; 0 is the JVM's start. */
    private record Moment(String line, int count, Duration after) {

        static Moment random(int number, Random random) {
            return switch (number % 3) {
                case 0 -> new Moment(Victim.MAIN, 0, upTo(400, random));
                case 1 -> new Moment(Victim.BUILDING, 1 + random.nextInt(2), upTo(15, random));
                default -> new Moment(Victim.STEADY, 1 + random.nextInt(2), upTo(60, random));
            };
        }

        private static Duration upTo(int millis, Random random) {
            return Duration.ofNanos((long) (random.nextDouble() * millis * 1_000_000));
        }
    }

    @TempDir
    private Path guard;

    @TempDir
    private Path temp;

    /** Starts 21 JVMs: a machine that has much else to do needs minutes for them. */
    @Test
    @Timeout(600)
    void nothing_is_left_of_a_jvm_that_is_killed_at_any_moment(TestReporter reporter) throws Exception {
        long seed = Long.getLong("netjig.seed", System.nanoTime());
        reporter.publishEntry("netjig.seed", String.valueOf(seed));
        Random random = new Random(seed);
        HostState host = HostState.take(guard);

        for (int i = 0; i < KILLS; i++) {
            Moment moment = Moment.random(i, random);
            String mark = UUID.randomUUID().toString();
            kill(start(mark), moment);

            String when = "seed " + seed + ", kill " + i + ", " + moment;
            assertNoProcessIsLeft(when, mark);
            host.assertUnchanged();
            assertThat(files())
                    .as(when)
                    .allMatch(SigkillTests::isRemovedByTheNextJvm)
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThatTheNextJvmRemovesEverything();
        host.assertUnchanged();
    }

    private void assertThatTheNextJvmRemovesEverything() throws Exception {
        String mark = UUID.randomUUID().toString();
        Process process = start(mark, Victim.ONCE);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertNoProcessIsLeft("after a normal end", mark);
        assertThat(files()).isEmpty();
    }

    private Process start(String mark, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.io.tmpdir=" + temp,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(MARK, mark);
        return builder.start();
    }

    private static void kill(Process process, Moment moment) throws Exception {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder read = new StringBuilder();
            for (int seen = 0; seen < moment.count(); ) {
                String line = output.readLine();
                assertThat(line).as("the JVM ended by itself:\n" + read).isNotNull();
                read.append(line).append('\n');
                seen += line.equals(moment.line()) ? 1 : 0;
            }
            boolean ended = process.waitFor(moment.after().toNanos(), TimeUnit.NANOSECONDS);
            assertThat(ended).as("the JVM ended by itself").isFalse();
            process.destroyForcibly().waitFor();
        }
    }

    private static void assertNoProcessIsLeft(String when, String mark) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(Survivors.having(MARK, mark)).as(when).isEmpty());
    }

    private List<String> files() {
        String[] names = temp.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    /** The directory for jffi's library, if the JVM was killed within the milliseconds for which it is there. */
    private static boolean isRemovedByTheNextJvm(String name) {
        return name.startsWith("netjig-jffi-");
    }
}
