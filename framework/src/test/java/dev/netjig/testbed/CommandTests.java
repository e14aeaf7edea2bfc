package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsNamespaces
@Timeout(60)
class CommandTests {

    private static final String MEBIBYTE = "0123456789abcde\n".repeat(65_536);

    @AutoClose
    private final Testbed testbed = Testbed.create(Topology.builder().build());

    private final NetworkNamespace node = testbed.node();

    @Test
    void what_a_command_did_is_known() {
        CommandResult result = node.exec("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.elapsed()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(30));
        assertThat(result.netns()).isEqualTo("node");
    }

    @Test
    void a_signal_that_ended_it_shows_in_the_exit_code() {
        assertThat(node.exec("sh", "-c", "kill -TERM $$").exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void environment_directory_and_input_are_the_commands_own() {
        CommandResult result = node.command("sh", "-c", "cat; echo $COLOUR; pwd")
                .environment("COLOUR", "red")
                .directory(Path.of("/proc"))
                .stdin("hello\n")
                .run();

        assertThat(result.stdout()).isEqualTo("hello\nred\n/proc\n");
    }

    @Test
    void a_shell_script_stops_at_its_first_failure_and_echoes_its_lines() {
        CommandResult result = node.shell("echo one\nfalse\necho two\n");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).isEqualTo("one\n");
        assertThat(result.stderr()).isEqualTo("+ echo one\n+ false\n");
    }

    @Test
    void a_program_that_is_not_there_is_a_failure_with_the_remedy() {
        assertThatThrownBy(() -> node.exec("no-such-program", "-x"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageMatching("(?s)in netns node: `no-such-program -x` could not start: there is no program"
                        + " no-such-program on this machine; vagrant/provision.sh installs what the suites need"
                        + " \\(after \\d+ ms\\)\nstderr:\n  env: .*no-such-program.*");
    }

    @Test
    void a_command_without_a_program_is_refused() {
        assertThatThrownBy(() -> node.command())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a command needs at least the name of a program");
    }

    @Test
    void a_command_that_hangs_is_killed_with_its_children() {
        Command command =
                node.command("sh", "-c", "sleep 1000 & echo $!; sleep 1000").timeout(Duration.ofMillis(700));

        assertThatThrownBy(command::run).isInstanceOfSatisfying(CommandFailedException.class, failed -> {
            assertThat(failed.getMessage()).contains("was still running after 700 ms; its process group was killed");
            assertThat(failed.result().exitCode()).isEqualTo(128 + 9);
            awaitEndOf(failed.result().stdout().strip());
        });
    }

    @Test
    void a_timeout_before_the_process_group_exists_is_kept_too() {
        for (int i = 0; i < 5; i++) {
            Command command = node.command("sleep", "1000").timeout(Duration.ofNanos(1));

            assertThatThrownBy(command::run).isInstanceOf(CommandFailedException.class);
        }
    }

    @Test
    void a_mebibyte_passes_through_a_command() {
        assertThat(node.command("cat").stdin(MEBIBYTE).run().stdout()).isEqualTo(MEBIBYTE);
    }

    @Test
    void a_mebibyte_that_is_not_read_hurts_nobody() {
        assertThat(node.command("true").stdin(MEBIBYTE).run().exitCode()).isZero();
        assertThatThrownBy(() -> node.command("sleep", "1000")
                        .stdin(MEBIBYTE)
                        .timeout(Duration.ofMillis(100))
                        .run())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("was still running after 100 ms");
    }

    @Test
    void a_started_command_can_be_watched() {
        try (RunningCommand running =
                node.command("sh", "-c", "echo ready; sleep 1000").start()) {
            await().untilAsserted(() -> assertThat(running.stdoutSoFar()).isEqualTo("ready\n"));

            assertThat(running.isRunning()).isTrue();
            assertThat(running.stderrSoFar()).isEmpty();
        }
    }

    @Test
    void closing_a_started_command_kills_it() {
        RunningCommand running = node.command("sleep", "1000").start();

        running.close();

        awaitEndOf(String.valueOf(running.pid()));
    }

    @Test
    void closing_the_testbed_kills_what_still_runs() {
        RunningCommand running = node.command("sleep", "1000").start();

        testbed.close();

        awaitEndOf(String.valueOf(running.pid()));
    }

    @Test
    void a_command_may_keep_the_file_system_of_the_machine() {
        CommandResult seen = node.command("sh", "-c", "readlink /proc/self/ns/mnt /proc/self/ns/net")
                .inMachineView()
                .run()
                .orThrow();

        assertThat(seen.stdout().lines()).containsExactly(ownMounts(), "net:[" + node.inode() + "]");
    }

    @Test
    void closing_the_testbed_kills_daemons_that_kept_it_too() {
        String daemon = node.command("sh", "-c", "setsid sleep 1000 >/dev/null 2>&1 & echo $!")
                .inMachineView()
                .run()
                .stdout();
        assertThat(isAlive(daemon.strip())).isTrue();

        testbed.close();

        awaitEndOf(daemon.strip());
    }

    private static String ownMounts() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closing_the_testbed_kills_daemons() {
        String daemon = node.exec("sh", "-c", "setsid sleep 1000 >/dev/null 2>&1 & echo $!")
                .stdout();
        assertThat(isAlive(daemon.strip())).isTrue();

        testbed.close();

        awaitEndOf(daemon.strip());
    }

    @Test
    void closing_the_testbed_kills_children_that_hid_behind_a_clean_environment_in_another_namespace() {
        node.exec("ip", "netns", "add", "green").orThrow();
        String child = node.shell("env -i PATH=\"$PATH\" ip netns exec green sleep 1000 >/dev/null 2>&1 & echo $!")
                .stdout();
        await().untilAsserted(() -> assertThat(Files.readString(Path.of("/proc/" + child.strip() + "/cmdline")))
                .startsWith("sleep"));

        testbed.close();

        awaitEndOf(child.strip());
    }

    private static void awaitEndOf(String pid) {
        assertThat(pid).matches("\\d+");
        await().until(() -> !isAlive(pid));
    }

    /** A process that nobody has waited for yet is dead all the same. */
    private static boolean isAlive(String pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
