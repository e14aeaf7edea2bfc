package dev.netjig.testcontainers;

import dev.netjig.jupiter.MachineLimitException;
import dev.netjig.testbed.NetworkNamespace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a machine must have for an engine. */
final class Machine {

    private static final List<String> PROGRAMS = List.of("dockerd", "containerd", "runc");

    private Machine() {}

    /** Of a process that is in no user namespace but the machine's first one. */
    private static final List<String> ALL_USERS = List.of("0", "0", "4294967295");

    /**
     * Requires Docker's programs, and the privilege to run them.
     *
     * @throws MachineLimitException if something is missing
     */
    static void check(NetworkNamespace netns) {
        if (!isMachinesRoot()) {
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

    static boolean isMachinesRoot() {
        try {
            String map = Files.readString(Path.of("/proc/self/uid_map")).strip();
            return List.of(map.split("\\s+")).equals(ALL_USERS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc/self/uid_map", e);
        }
    }

    /** A program by its name, on the PATH or where Debian's is for root. */
    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of((path + ":/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin")
                        .split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
