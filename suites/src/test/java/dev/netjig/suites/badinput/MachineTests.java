package dev.netjig.suites.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine that cannot run a test: the test is skipped with reason and remedy, and fails with the same words in strict
 * mode.
 */
class MachineTests {

    private static final String NO_PRIVILEGE = """
            This machine cannot run the test: cannot unshare(CLONE_NEWNET) in netns node: Operation not permitted (EPERM)
              during: ip netns add node  [netns node on every topology]
              remedy: creating a network namespace needs CAP_SYS_ADMIN: run as root, or in a user namespace (unshare -Urm),\
             or in the project's VM""";

    private static final String DOCTOR = "\n  all that this machine lacks: java -jar netjig.jar doctor";

    private static final String RESTORING = """
              during: ip netns exec node iptables-legacy-restore --noflush <<'EOF'
            *filter
            # netjig: @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_LEGACY) on class\
             Mistakes.NeedsIptablesTestCase
            :FORWARD DROP [0:0]
            COMMIT
            EOF  [@ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_LEGACY) on class\
             Mistakes.NeedsIptablesTestCase]""";

    @Test
    void without_the_privilege_to_make_namespaces() throws Exception {
        OtherJvm jvm = OtherJvm.startedBy("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin");

        isSkipped(jvm, Mistakes.NothingWrongTestCase.class, NO_PRIVILEGE);
    }

    @Test
    void as_a_user_with_no_privilege_at_all() throws Exception {
        OtherJvm jvm = OtherJvm.startedBy("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs");

        isSkipped(jvm, Mistakes.NothingWrongTestCase.class, NO_PRIVILEGE);
    }

    @Test
    void in_a_user_namespace_it_needs_no_privilege() throws Exception {
        OtherJvm jvm = OtherJvm.startedBy("unshare", "--user", "--map-root-user", "--mount");

        assertThat(jvm.run(Mistakes.NothingWrongTestCase.class, true)).containsExactly(new Outcome("SUCCESSFUL", ""));
    }

    @Test
    void in_a_container_with_proc_sys_read_only() throws Exception {
        OtherJvm jvm = after("mount --bind /proc/sys /proc/sys; mount -o remount,ro,bind /proc/sys", "--mount");

        isSkipped(jvm, Mistakes.NothingWrongTestCase.class, """
                This machine cannot run the test: cannot set up in netns node: the kernel refused sysctl\
                 net.ipv4.ip_forward=0 in netns node: /proc/sys/net/ipv4/ip_forward: Read-only file system
                  during: ip netns exec node sysctl -qw net.ipv4.ip_forward=0  [kernel default on every topology]
                  remedy: /proc/sys is read-only in most containers: run the container with --privileged""");
    }

    @Test
    void without_libnftables() throws Exception {
        OtherJvm jvm = after(
                "for file in $(ldconfig -p | sed -n 's/.*libnftables.so.1 .*=> //p');"
                        + " do mount --bind /dev/null \"$file\"; done",
                "--mount");

        isSkipped(jvm, Mistakes.NeedsNftablesTestCase.class, """
                This machine cannot run the test: libnftables.so.1 is not on this machine; install it (Debian, Ubuntu:\
                 apt-get install libnftables1) or choose a firewall backend that runs a command: IPTABLES_NFT,\
                 IPTABLES_LEGACY""");
    }

    @Test
    void without_iptables(@TempDir Path programs) throws Exception {
        for (String program : List.of("setsid", "nsenter", "env", "sh", "grep", "sleep")) {
            Files.copy(find(program), programs.resolve(program), StandardCopyOption.COPY_ATTRIBUTES);
        }
        OtherJvm jvm = OtherJvm.withProgramsOf(programs);
        String expected = "This machine cannot run the test: cannot set up in netns node: in netns node:"
                + " `iptables-legacy-restore --noflush` could not start: there is no program iptables-legacy-restore on"
                + " this machine; vagrant/provision.sh installs what the suites need (after ";

        List<Outcome> outcomes = jvm.run(Mistakes.NeedsIptablesTestCase.class, false, true);

        assertThat(outcomes).extracting(Outcome::status).containsExactly("ABORTED", "FAILED");
        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(outcome.message()).startsWith(expected).endsWith(RESTORING + DOCTOR));
    }

    @Test
    void without_util_linux(@TempDir Path programs) throws Exception {
        isSkipped(
                OtherJvm.withProgramsOf(programs),
                Mistakes.NeedsIptablesTestCase.class,
                """
                This machine cannot run the test: cannot set up in netns node: cannot start the process that kills left-over\
                 commands: Cannot run program "setsid": %s; netjig runs commands with setsid\
                 and nsenter (Debian, Ubuntu: apt-get install util-linux)
                """.formatted(noSuchProgram()) + RESTORING);
    }

    /** In the words of the JDK, which newer ones have changed. */
    private static String noSuchProgram() {
        return Runtime.version().feature() < 25
                ? "error=2, No such file or directory"
                : "Exec failed, error: 2 (No such file or directory) ";
    }

    /** Not a skip, not even if it is not strict: it may be netjig that has used them all up. */
    @Test
    void with_all_namespaces_used_up() throws Exception {
        OtherJvm jvm = after("echo 0 >/proc/sys/user/max_net_namespaces", "--user", "--map-root-user", "--mount");

        assertThat(jvm.run(Mistakes.NothingWrongTestCase.class, false)).containsExactly(new Outcome("FAILED", """
                cannot unshare(CLONE_NEWNET) in netns node: No space left on device (ENOSPC)
                  during: ip netns add node  [netns node on every topology]
                  remedy: sysctl user.max_net_namespaces is reached: see with lsns --type net who holds them, or raise it"""));
    }

    private static void isSkipped(OtherJvm jvm, Class<?> testCase, String message)
            throws IOException, InterruptedException {
        assertThat(jvm.run(testCase, false, true))
                .containsExactly(new Outcome("ABORTED", message + DOCTOR), new Outcome("FAILED", message + DOCTOR));
    }

    /** A JVM that starts in namespaces of its own in which {@code script} has run. */
    private static OtherJvm after(String script, String... namespaces) {
        return OtherJvm.startedBy(Stream.of(
                        Stream.of("unshare"),
                        Stream.of(namespaces),
                        Stream.of("sh", "-ec", script + "; exec \"$@\"", "sh"))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static Path find(String program) {
        return Programs.find(program).orElseThrow();
    }
}
