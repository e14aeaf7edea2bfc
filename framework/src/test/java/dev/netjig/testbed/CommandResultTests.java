package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandResultTests {

    @Test
    void exit_code_zero_is_success() {
        CommandResult result = result(0, "", "");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.orThrow()).isSameAs(result);
    }

    @Test
    void a_failure_tells_all_that_was_printed() {
        assertThatThrownBy(() -> result(2, "one\ntwo\n", "bad\n").orThrow())
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("""
                        in netns red: `ping -c 1 'a b'` exited with 2 (after 12 ms)
                        stdout:
                          one
                          two
                        stderr:
                          bad""");
    }

    @Test
    void what_was_not_printed_is_not_mentioned() {
        assertThatThrownBy(() -> result(1, " \n", "").orThrow())
                .hasMessage("in netns red: `ping -c 1 'a b'` exited with 1 (after 12 ms)");
    }

    @Test
    void the_failure_carries_the_result() {
        CommandResult result = result(1, "", "");

        assertThat(new CommandFailedException("stopped", result).result()).isSameAs(result);
    }

    private static CommandResult result(int exitCode, String stdout, String stderr) {
        return new CommandResult(
                "red", List.of("ping", "-c", "1", "a b"), exitCode, stdout, stderr, Duration.ofMillis(12));
    }
}
