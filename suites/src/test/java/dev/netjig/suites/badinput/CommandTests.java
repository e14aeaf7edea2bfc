package dev.netjig.suites.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A command in a test hangs or fails: where it ran, what it was, how long, and all that it printed until then. */
class CommandTests {

    private static final Pattern ELAPSED = Pattern.compile("\\(after (\\d+) ms\\)");

    @Test
    void a_command_that_hangs_is_killed_with_all_that_it_started() throws Exception {
        Outcome outcome = run(Mistakes.HangingCommandTestCase.class);

        assertThat(outcome.status()).isEqualTo("FAILED");
        assertThat(withoutTime(outcome)).isEqualTo("""
                in netns red: `sh -c 'echo waiting; echo for what >&2; sleep 600 & setsid sleep 600 & sleep 600'` was still\
                 running after 500 ms; its process group was killed (after N ms)
                stdout:
                  waiting
                stderr:
                  for what""");
    }

    @Test
    void a_step_of_a_script_that_fails() throws Exception {
        Outcome outcome = run(Mistakes.FailingCommandTestCase.class);

        assertThat(outcome.status()).isEqualTo("FAILED");
        assertThat(withoutTime(outcome)).isEqualTo("""
                in netns red: `sh -eux` exited with 1 (after N ms)
                stderr:
                  + ip link add br0 type bridge
                  + ip link set dev br1 up
                  Cannot find device "br1\"""");
    }

    private static Outcome run(Class<?> testCase) throws IOException, InterruptedException {
        return OtherJvm.startedBy().run(testCase, false).get(0);
    }

    private static String withoutTime(Outcome outcome) {
        Matcher elapsed = ELAPSED.matcher(outcome.message());
        assertThat(elapsed.find()).as(outcome.message()).isTrue();
        return elapsed.replaceFirst("(after N ms)");
    }
}
