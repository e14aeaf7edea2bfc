package dev.netjig.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as a user starts it, on machines that lack something. */
class DoctorTests {

    private record Run(int exitCode, String out) {}

    private static final List<String> NO_PRIVILEGE =
            List.of("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin");
    private static final List<String> USER_NAMESPACE = List.of("unshare", "--user", "--map-root-user", "--mount");

    @Test
    void where_tests_can_run_it_says_so() throws Exception {
        Run run = run(List.of(), "doctor");

        assertThat(run.out())
                .startsWith("netjig doctor: Linux ")
                .contains("ok       network-namespaces  works", "ok       nftables            works")
                .containsPattern("ok       ip +/\\S+/ip \\(ip utility, iproute2");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void without_the_privilege_to_make_namespaces_no_test_can_run() throws Exception {
        Run run = run(NO_PRIVILEGE, "doctor");

        assertThat(run.out())
                .contains("missing  network-namespaces  cannot unshare(CLONE_NEWNET) in netns node: Operation not"
                        + " permitted (EPERM)\n"
                        + "           why:    every topology is made of them\n"
                        + "           remedy: creating a network namespace needs CAP_SYS_ADMIN: run as root")
                .contains("unknown  veth                not tried: there is no namespace to try it in")
                .contains(": no test can run here");
        assertThat(run.exitCode()).isOne();
    }

    @Test
    void in_a_user_namespace_some_tests_cannot_run() throws Exception {
        Run run = run(USER_NAMESPACE, "doctor");

        assertThat(run.out())
                .contains("ok       network-namespaces  works")
                .contains("limited  user                root of a user namespace")
                .contains("limited  dropped-packets     tier 0: ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void strict_is_not_content_with_some_tests() throws Exception {
        assertThat(run(USER_NAMESPACE, "doctor", "--strict").exitCode()).isOne();
    }

    @Test
    void in_a_container_with_proc_sys_read_only() throws Exception {
        Run run = run(after("mount --bind /proc/sys /proc/sys; mount -o remount,ro,bind /proc/sys"), "doctor");

        assertThat(run.out())
                .contains("missing  proc-sys            /proc/sys is mounted read-only")
                .contains("remedy: /proc/sys is read-only in most containers: run the container with --privileged");
        assertThat(run.exitCode()).isOne();
    }

    @Test
    void without_libnftables() throws Exception {
        Run run = run(
                after("for file in $(ldconfig -p | sed -n 's/.*libnftables.so.1 .*=> //p');"
                        + " do mount --bind /dev/null \"$file\"; done"),
                "doctor");

        assertThat(run.out())
                .contains("limited  nftables            libnftables.so.1 is not on this machine; install it")
                .contains("ok       iptables-legacy     ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void without_a_program() throws Exception {
        Run run = run(after("mount --bind /dev/null \"$(command -v ping)\""), "doctor");

        assertThat(run.out()).contains("""
                          limited  ping                there is no program ping on this machine
                                   why:    commands of documents, run in a namespace
                                   remedy: apt-get install iputils-ping
                        """);
    }

    @Test
    void scripts_read_json() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(run(NO_PRIVILEGE, "doctor", "--json").out());

        assertThat(report.path("fit").asBoolean(true)).isFalse();
        assertThat(report.at("/machine/kernel").asText()).startsWith("Linux ");
        assertThat(report.path("findings"))
                .filteredOn(finding -> finding.path("name").asText().equals("network-namespaces"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("state").asText()).isEqualTo("missing");
                    assertThat(finding.path("area").asText()).isEqualTo("Kernel");
                    assertThat(finding.path("remedy").asText()).contains("CAP_SYS_ADMIN");
                });
    }

    @Test
    void a_wrong_command_line_is_something_else() throws Exception {
        Run run = run(List.of(), "doctor", "--jsno");

        assertThat(run.out()).contains("Unknown option: '--jsno'");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void without_a_command_it_shows_which_there_are() throws Exception {
        Run run = run(List.of());

        assertThat(run.out()).contains("netjig does nothing without a command", "doctor");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    /** In a mount namespace of its own, in which {@code script} has run. */
    private static List<String> after(String script) {
        return List.of("unshare", "--mount", "sh", "-ec", script + "; exec \"$@\"", "sh");
    }

    private static Run run(List<String> wrapper, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }
}
