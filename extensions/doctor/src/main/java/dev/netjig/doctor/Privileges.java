package dev.netjig.doctor;

import java.util.List;

/** Who this program runs as, and who might run tests. */
final class Privileges {

    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_BPF = 39;
    private static final String USERS = "/proc/sys/user/max_user_namespaces";
    private static final String DEBIAN = "/proc/sys/kernel/unprivileged_userns_clone";
    private static final String APPARMOR = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

    private final Machine machine;

    Privileges(Machine machine) {
        this.machine = machine;
    }

    List<Finding> findings() {
        return List.of(user(), userNamespaces(), procSys());
    }

    private Finding user() {
        Finding root = Finding.ok(
                Area.PRIVILEGES,
                "user",
                "root of the machine",
                "the machine's root may do everything; root of a user namespace starts no Docker engine and hears of no"
                        + " dropped packet");
        boolean admin = machine.isCapable(CAP_SYS_ADMIN);
        if (machine.isFirstUserNamespace() && admin && machine.isCapable(CAP_BPF)) {
            return root;
        }
        if (!machine.isFirstUserNamespace() && admin) {
            return root.but(State.LIMITED, "root of a user namespace", "run as root, without unshare --user");
        }
        String who = "user " + machine.uid() + (admin ? ", not every capability" : ", without CAP_SYS_ADMIN");
        return root.but(State.LIMITED, who, "run as root, or in a user namespace: unshare -Urm mvn verify");
    }

    /** What the machine's settings say of ordinary users, whoever asks. */
    private Finding userNamespaces() {
        Finding allowed = Finding.ok(
                Area.PRIVILEGES,
                "user-namespaces",
                "ordinary users may make them",
                "tests without root run in one: unshare -Urm mvn verify");
        if (!machine.has("/proc/self/ns/user")) {
            return allowed.but(
                    State.LIMITED, "the kernel has none (CONFIG_USER_NS)", "run as root, or use another kernel");
        }
        if (machine.read(USERS).filter("0"::equals).isPresent()) {
            return allowed.but(State.LIMITED, USERS + " is 0", "sudo sysctl -w user.max_user_namespaces=15000");
        }
        if (machine.read(DEBIAN).filter("0"::equals).isPresent()) {
            return allowed.but(State.LIMITED, DEBIAN + " is 0", "sudo sysctl -w kernel.unprivileged_userns_clone=1");
        }
        if (machine.read(APPARMOR).filter("1"::equals).isPresent()) {
            return allowed.but(
                    State.LIMITED,
                    "AppArmor takes the privileges from those of ordinary users (" + APPARMOR + " is 1)",
                    "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
        }
        return allowed;
    }

    private Finding procSys() {
        Finding writable = Finding.ok(
                Area.PRIVILEGES,
                "proc-sys",
                "/proc/sys can be written to",
                "netjig sets the sysctls of its own namespaces there");
        return machine.isReadOnly("/proc/sys")
                ? writable.but(
                        State.MISSING,
                        "/proc/sys is mounted read-only",
                        "/proc/sys is read-only in most containers: run the container with --privileged")
                : writable;
    }
}
