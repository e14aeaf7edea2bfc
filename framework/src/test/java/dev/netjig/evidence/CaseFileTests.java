package dev.netjig.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.testbed.RunningCommand;
import dev.netjig.testbed.Testbed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class CaseFileTests {

    @AutoClose
    private final Testbed testbed = Testbed.create(TwoHosts.topology().build());

    @Test
    void a_watched_probe_leaves_its_observation_and_its_packets() {
        CaseFile file = CaseFile.of(testbed);
        Diagnosis.observe(Ping.of(testbed.netns("red"), "10.0.0.1"));

        Case test = close(file);

        assertThat(test.observations()).hasSize(1);
        assertThat(test.explanations()).isEmpty();
        assertThat(test.packets())
                .extracting(packet -> packet.sighting().toString())
                .contains(
                        "tx red/eth0 10.0.0.2 > 10.0.0.1 echo request ttl 64",
                        "rx node/veth-r 10.0.0.2 > 10.0.0.1 echo request ttl 64");
    }

    @Test
    void a_command_is_there_with_what_it_printed() {
        CaseFile file = CaseFile.of(testbed);
        testbed.node().shell("echo heard; exit 3");

        assertThat(close(file).commands()).singleElement().satisfies(run -> {
            assertThat(run.running()).isFalse();
            assertThat(run.result().exitCode()).isEqualTo(3);
            assertThat(run.result().stdout()).isEqualTo("heard\n");
        });
    }

    @Test
    void a_command_that_still_runs_is_there_too() {
        CaseFile file = CaseFile.of(testbed);
        try (RunningCommand sleeper = testbed.node().command("sleep", "60").start()) {
            assertThat(close(file).commands()).singleElement().satisfies(run -> {
                assertThat(run.running()).isTrue();
                assertThat(run.result().exitCode()).isEqualTo(-1);
                assertThat(run.result().command()).containsExactly("sleep", "60");
            });
            assertThat(sleeper.isRunning()).isTrue();
        }
    }

    @Test
    void one_of_many_has_only_what_its_thread_did_since_it_began() throws InterruptedException {
        testbed.node().exec("true");
        CaseFile file = CaseFile.ofOneOfMany(testbed);
        testbed.node().exec("echo", "mine");
        Thread other = new Thread(() -> testbed.node().exec("echo", "another's"));
        other.start();
        other.join();

        assertThat(close(file).commands())
                .extracting(run -> run.result().command())
                .containsExactly(List.of("echo", "mine"));
    }

    private static Case close(CaseFile file) {
        return file.close("CaseFileTests#a_test", Verdict.PASSED, Optional.empty(), Detail.FULL);
    }
}
