package dev.netjig.suites.guard;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guard that compares the host before and after the build, tried in a network namespace of its own: a guard that
 * sees nothing would pass every build.
 */
class HostGuardTests {

    private static Outcome everythingChanged;

    static List<Change> changes() {
        return List.of(
                new Change("ip link add br0 type bridge", "after   link br0: <BROADCAST,MULTICAST> mtu 1500"),
                new Change("ip link set lo mtu 1400", "before  link lo: <LOOPBACK,UP,LOWER_UP> mtu 65536"),
                new Change("ip addr add 192.0.2.9/24 dev lo", "after   address lo inet 192.0.2.9/24 scope global lo"),
                new Change("ip route add blackhole 192.0.2.0/24 table 77", "after   route4 blackhole 192.0.2.0/24"),
                new Change("ip -6 route add unreachable 2001:db8::/32", "after   route6 unreachable 2001:db8::/32"),
                new Change("ip rule add from 192.0.2.1 lookup 77", "from 192.0.2.1 lookup 77"),
                new Change("nft add table ip netjig", "after   nft table ip netjig"),
                new Change("iptables-nft -P FORWARD DROP", "after   iptables-nft :FORWARD DROP"),
                new Change("ip6tables-nft -P FORWARD DROP", "after   ip6tables-nft :FORWARD DROP"),
                new Change(
                        "iptables-legacy -A INPUT -p gre -j DROP", "after   iptables-legacy -A INPUT -p gre -j DROP"),
                new Change("ip6tables-legacy -P INPUT DROP", "after   ip6tables-legacy :INPUT DROP"),
                new Change("sysctl -qw net.ipv4.ip_forward=1", "after   sysctl net/ipv4/ip_forward = 1"),
                new Change(
                        "mount -t tmpfs guard-test /mnt", "after   mount /mnt root=/ rw,relatime - tmpfs guard-test"),
                new Change("ip netns add red", "after   netns /run/netns/red"));
    }

    @BeforeAll
    static void change_everything() throws Exception {
        everythingChanged = guard(changes().stream().map(Change::command).collect(joining("\n")));
    }

    @Test
    void an_unchanged_host_passes() throws Exception {
        Outcome outcome = guard("true");

        assertThat(outcome.text()).contains("netjig: host guard passed");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void looking_at_the_host_creates_no_firewall_table() throws Exception {
        Outcome outcome = unshared("""
                src/guard/host-state.sh >/dev/null
                nft list tables
                cat /proc/net/ip_tables_names /proc/net/ip6_tables_names 2>/dev/null || true
                """);

        assertThat(outcome.text()).isEmpty();
    }

    @Test
    void a_module_that_was_loaded_is_no_change() throws Exception {
        Outcome outcome = unshared("src/guard/host-state.sh | grep tcp_available_ || true");

        assertThat(outcome.text()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_of_the_host_is_named(Change change) {
        assertThat(everythingChanged.text()).contains(change.line());
    }

    @Test
    void a_changed_host_fails() {
        assertThat(everythingChanged.text()).contains("netjig: THE HOST IS NOT AS IT WAS BEFORE THE TESTS");
        assertThat(everythingChanged.exit()).isEqualTo(1);
    }

    @Test
    void a_build_without_a_snapshot_of_its_own_skips_the_comparison() throws Exception {
        Outcome outcome = unshared("""
                src/guard/host-state.sh yesterday >/run/before.txt
                ip link add br0 type bridge
                src/guard/compare.sh /run/before.txt today
                """);

        assertThat(outcome.text()).contains("netjig: host guard skipped");
        assertThat(outcome.exit()).isZero();
    }

    private static Outcome guard(String change) throws Exception {
        return unshared("""
                src/guard/host-state.sh stamp >/run/before.txt
                %s
                src/guard/compare.sh /run/before.txt stamp
                """.formatted(change));
    }

    /** Runs the script where it changes nobody's links, firewalls and mounts; its /run is empty. */
    private static Outcome unshared(String script) throws IOException, InterruptedException {
        String preparation = """
                mount -t sysfs guard-test /sys
                mount -t tmpfs guard-test /run
                ip link set lo up
                """;
        ProcessBuilder command = new ProcessBuilder(
                        "unshare", "--net", "--mount", "sh", "-e", "-c", preparation + script)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        command.environment().put("NETJIG_GUARD_PATIENCE", "0");
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private record Change(String command, String line) {}

    private record Outcome(int exit, String text) {}
}
