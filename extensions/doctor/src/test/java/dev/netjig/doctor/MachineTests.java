package dev.netjig.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that there are not here, by their files. */
class MachineTests {

    @TempDir
    private Path root;

    @Test
    void root_has_every_capability() throws Exception {
        file("/proc/self/uid_map", "         0          0 4294967295");
        file("/proc/self/status", "Name:\tjava\nUid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff");

        assertThat(finding("user")).isEqualTo(State.OK);
    }

    @Test
    void a_user_has_none() throws Exception {
        file("/proc/self/uid_map", "         0          0 4294967295");
        file("/proc/self/status", "Name:\tjava\nUid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000");

        assertThat(privileges().get(0).found()).isEqualTo("user 1000, without CAP_SYS_ADMIN");
        assertThat(privileges().get(0).remedy())
                .hasValue("run as root, or in a user namespace: unshare -Urm mvn verify");
    }

    @Test
    void ubuntu_restricts_user_namespaces_by_apparmor() throws Exception {
        file("/proc/self/ns/user", "");
        file("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");

        assertThat(privileges().get(1).state()).isEqualTo(State.LIMITED);
        assertThat(privileges().get(1).remedy())
                .hasValue("sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    }

    @Test
    void older_debians_forbid_them() throws Exception {
        file("/proc/self/ns/user", "");
        file("/proc/sys/kernel/unprivileged_userns_clone", "0\n");

        assertThat(privileges().get(1).remedy()).hasValue("sudo sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void some_machines_allow_no_user_namespace_at_all() throws Exception {
        file("/proc/self/ns/user", "");
        file("/proc/sys/user/max_user_namespaces", "0\n");

        assertThat(privileges().get(1).remedy()).hasValue("sudo sysctl -w user.max_user_namespaces=15000");
    }

    @Test
    void the_last_mount_on_proc_sys_counts() throws Exception {
        file("/proc/self/mounts", "proc /proc/sys proc ro,nosuid 0 0\nproc /proc/sys proc rw,nosuid 0 0\n");
        assertThat(new Machine(root).isReadOnly("/proc/sys")).isFalse();

        file("/proc/self/mounts", "proc /proc proc rw 0 0\nproc /proc/sys proc ro,relatime 0 0\n");
        assertThat(new Machine(root).isReadOnly("/proc/sys")).isTrue();
    }

    @Test
    void a_module_that_is_not_loaded_is_not_tried() throws Exception {
        file("/proc/sys/kernel/osrelease", "6.1.0-41-amd64\n");
        file("/proc/modules", "veth 40960 0 - Live 0x0000000000000000\n");
        file("/lib/modules/6.1.0-41-amd64/modules.dep", """
                kernel/net/bridge/bridge.ko: kernel/net/802/stp.ko
                kernel/drivers/net/veth.ko:
                kernel/net/netfilter/nft-compat.ko.xz:
                """);
        Machine machine = new Machine(root);

        assertThat(machine.isUnloaded("veth")).isFalse();
        assertThat(machine.isUnloaded("nft_compat")).isTrue();
        assertThat(new Trial("bridge", "", List.of("bridge"), State.LIMITED, cannotBeBuilt()).run(machine))
                .isEqualTo(Finding.ok(Area.KERNEL, "bridge", "", "")
                        .but(
                                State.UNKNOWN,
                                "not tried: it would load the kernel module bridge",
                                "sudo modprobe bridge"));
    }

    @Test
    void what_cannot_be_built_is_told() {
        Finding failed = new Trial("bridge", "", List.of(), State.LIMITED, cannotBeBuilt()).run(new Machine(root));

        assertThat(failed.state()).isEqualTo(State.LIMITED);
        assertThat(failed.found()).contains("net.ipv4.no_such_key");
    }

    private static Topology cannotBeBuilt() {
        return Topology.builder().sysctl("node", "net.ipv4.no_such_key", "1").build();
    }

    private State finding(String name) {
        return privileges().stream()
                .filter(finding -> finding.name().equals(name))
                .map(Finding::state)
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> privileges() {
        return new Privileges(new Machine(root)).findings();
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
