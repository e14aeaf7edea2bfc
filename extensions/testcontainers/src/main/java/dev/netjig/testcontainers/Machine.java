package dev.netjig.testcontainers;

import dev.netjig.jupiter.MachineLimitException;
import dev.netjig.testbed.NetworkNamespace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a machine must have for an engine. */
final class Machine {

    private static final List<String> PROGRAMS = List.of("dockerd", "containerd", "runc");

    private Machine() {}

    /**
     * Requires Docker's programs.
     *
     * @throws MachineLimitException if one is missing
     */
    static void check(NetworkNamespace netns) {
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
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of((path + ":/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin")
                        .split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
