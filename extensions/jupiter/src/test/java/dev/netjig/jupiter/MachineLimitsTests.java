package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

/** Which failures mean that the machine cannot, and which do not. */
class MachineLimitsTests {

    @Test
    void no_privilege_to_make_a_namespace() {
        KernelException refused = KernelException.refused("unshare(CLONE_NEWNET)", Errno.EPERM)
                .in("node")
                .withRemedy("run as root");

        assertThat(MachineLimits.reason(refused))
                .hasValue("cannot unshare(CLONE_NEWNET) in netns node: Operation not permitted (EPERM)\n"
                        + "  remedy: run as root");
    }

    @Test
    void no_privilege_to_mount() {
        assertThat(MachineLimits.reason(KernelException.refused("mount sysfs on /sys", Errno.EACCES)))
                .hasValue("cannot mount sysfs on /sys: Permission denied (EACCES)\n"
                        + "  remedy: run as root, or in a user namespace (unshare -Urm), and in no container that forbids"
                        + " it");
    }

    @Test
    void a_kernel_without_a_kind_of_link() {
        KernelException refused = KernelException.refused("add bridge", Errno.EOPNOTSUPP)
                .on("br0")
                .saying("Unknown device type");

        assertThat(MachineLimits.reason(refused))
                .hasValue("cannot add bridge br0: Unknown device type (EOPNOTSUPP, Operation not supported)\n"
                        + "  remedy: load the kernel module that has it (modprobe veth bridge, ip_tables,"
                        + " iptable_filter, iptable_nat), or use a kernel that does, such as the one of the project's"
                        + " VM");
    }

    @Test
    void a_kernel_without_the_tables_of_iptables_legacy() {
        KernelException refused = KernelException.of(
                "load iptables-legacy rules",
                "iptables-legacy-restore: unable to initialize table 'filter': Table does not exist (do you need to"
                        + " insmod?)");

        assertThat(MachineLimits.reason(refused)).isPresent();
    }

    @Test
    void a_missing_library() {
        IllegalStateException missing = new IllegalStateException(
                "libnftables.so.1 is not on this machine; install it", new UnsatisfiedLinkError("libnftables.so.1"));

        assertThat(MachineLimits.reason(missing)).hasValue("libnftables.so.1 is not on this machine; install it");
    }

    @Test
    void a_missing_program() {
        IOException missing = new IOException("Cannot run program \"setsid\": error=2, No such file or directory");

        assertThat(MachineLimits.reason(new IllegalStateException(missing.toString(), missing)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("setsid"));
    }

    @Test
    void a_container_with_proc_sys_read_only() {
        FileSystemException readOnly =
                new FileSystemException("/proc/sys/net/ipv4/ip_forward", null, "Read-only file system");

        assertThat(MachineLimits.reason(new UncheckedIOException("the kernel refused sysctl", readOnly)))
                .hasValue("the kernel refused sysctl\n"
                        + "  remedy: /proc/sys is read-only in most containers: run the container with --privileged");
    }

    @Test
    void a_refused_route_is_no_limit_of_the_machine() {
        assertThat(MachineLimits.reason(KernelException.refused("add route", Errno.EPERM)))
                .isEmpty();
    }

    @Test
    void an_option_that_the_kernel_refuses_is_no_missing_kind_of_link() {
        assertThat(MachineLimits.reason(
                        KernelException.refused("add bridge", Errno.EOPNOTSUPP).saying("Bridge option is frozen")))
                .isEmpty();
    }

    @Test
    void too_many_namespaces_are_no_limit_of_the_machine_but_perhaps_a_leak() {
        assertThat(MachineLimits.reason(KernelException.refused("unshare(CLONE_NEWNET)", Errno.ENOSPC)))
                .isEmpty();
    }

    @Test
    void a_sysctl_that_refuses_a_value_is_no_limit_of_the_machine() {
        assertThat(MachineLimits.reason(new UncheckedIOException(
                        "the kernel refused sysctl", new AccessDeniedException("/proc/sys/net/ipv4/ip_forward"))))
                .isEmpty();
    }

    @Test
    void any_other_failure_is_none() {
        assertThat(MachineLimits.reason(new IllegalStateException("a bug"))).isEmpty();
    }
}
