package dev.netjig.suites.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.netjig.suites.support.Survivors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A JVM of its own for one test class, on a machine that lacks something. Nothing may be left of it: neither a namespace
 * while it still lives, nor a process afterwards.
 */
final class OtherJvm {

    private static final String MARK = "NETJIG_OTHER_JVM";
    private static final String STATUS = "status ";
    private static final String END = "end of message";

    private final List<String> wrapper;
    private String path = System.getenv("PATH");

    private OtherJvm(List<String> wrapper) {
        this.wrapper = wrapper;
    }

    /** Started by {@code wrapper}, which takes the JVM's command line as further arguments. */
    static OtherJvm startedBy(String... wrapper) {
        return new OtherJvm(List.of(wrapper));
    }

    /** In which no programs are found but those in {@code directory}. */
    static OtherJvm withProgramsOf(Path directory) {
        OtherJvm jvm = new OtherJvm(List.of());
        jvm.path = directory.toString();
        return jvm;
    }

    /** Runs {@code testCase} once for each of {@code modes}, strict or not. */
    List<Outcome> run(Class<?> testCase, boolean... modes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                // It tells what it still holds at its end: nothing for a next testbed, then.
                "-Dnetjig.spares=0",
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                testCase.getName()));
        for (boolean strict : modes) {
            command.add(String.valueOf(strict));
        }
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(MARK, mark);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Survivors.having(MARK, mark)).isEmpty());
        return parse(output);
    }

    private static List<Outcome> parse(String output) {
        return Stream.of(output.split(END + "\n")).map(OtherJvm::parseOne).toList();
    }

    /** What the JVM itself has to say comes first. */
    private static Outcome parseOne(String output) {
        int status = output.indexOf(STATUS) + STATUS.length();
        int message = output.indexOf('\n', status);
        return new Outcome(
                output.substring(status, message), output.substring(message).strip());
    }

    public static void main(String[] args) throws ClassNotFoundException {
        for (int i = 1; i < args.length; i++) {
            Outcome outcome = Outcome.of(Class.forName(args[0]), Boolean.parseBoolean(args[i]));
            System.out.print(STATUS + outcome.status() + "\n" + outcome.message() + "\n" + END + "\n");
        }
        String held = Outcome.namespacesHeld();
        if (!held.isEmpty()) {
            throw new IllegalStateException("still held: " + held);
        }
    }
}
