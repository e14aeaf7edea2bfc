package dev.netjig.testcontainers;

import dev.netjig.jupiter.MachineLimitException;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Programs;
import dev.netjig.testbed.UserNamespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a machine must have for an engine. */
final class Machine {

    private static final List<String> PROGRAMS = List.of("dockerd", "containerd", "runc");

    private static final String[] ROOTS_PATH = {
        "/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin"
    };

    private Machine() {}

    /**
     * Requires Docker's programs, and the privilege to run them.
     *
     * @throws MachineLimitException if something is missing
     */
    static void check(NetworkNamespace netns) {
        if (!UserNamespace.isMachines()) {
            throw new MachineLimitException("no Docker engine can be started in netns " + netns.name()
                    + ": it needs the machine's root, and root of a user namespace is not that\n"
                    + "  remedy: run the tests as root, without unshare --user");
        }
        for (String program : PROGRAMS) {
            if (find(program).isEmpty()) {
                throw new MachineLimitException("no Docker engine can be started in netns " + netns.name()
                        + ": there is no program " + program + " on this machine\n"
                        + "  remedy: install Docker's engine, whose service need not run (Debian, Ubuntu:"
                        + " apt-get install docker.io); vagrant/provision.sh does it for netjig's own suites");
            }
        }
    }

    /** A program by its name, on the PATH or where Debian's is for root. */
    static Optional<Path> find(String program) {
        return Programs.find(program, ROOTS_PATH);
    }
}
