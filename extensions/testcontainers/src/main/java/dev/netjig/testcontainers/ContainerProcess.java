package dev.netjig.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.netjig.jupiter.MachineLimitException;
import dev.netjig.testbed.UserNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The first process of a container, as this JVM sees it. The engine knows it by a number of its own PID namespace, which
 * need not be this JVM's; the container's control group has the container's id in its name for everybody.
 */
final class ContainerProcess {

    private ContainerProcess() {}

    /** What the engine says about a container that runs. */
    static InspectContainerResponse running(DockerClient client, String container) {
        InspectContainerResponse found = client.inspectContainerCmd(container).exec();
        if (pid(found) == 0) {
            throw new IllegalStateException("container " + container + " does not run, it is "
                    + found.getState().getStatus() + " with exit code "
                    + found.getState().getExitCodeLong());
        }
        return found;
    }

    /** The process id as the engine knows it; 0 if the container does not run. */
    static long pid(InspectContainerResponse container) {
        Long pid = container.getState().getPidLong();
        return pid == null ? 0 : pid;
    }

    /** The file of a running container's network namespace. */
    static Path network(InspectContainerResponse container) {
        if (!UserNamespace.isMachines()) {
            throw new MachineLimitException("the network of container " + container.getName()
                    + " cannot be entered: that needs the machine's root, and root of a user namespace is not that\n"
                    + "  remedy: run the tests as root, without unshare --user");
        }
        long pid = pid(container);
        try (Stream<Long> all = ProcessHandle.allProcesses().map(ProcessHandle::pid)) {
            return Stream.concat(Stream.of(pid), all)
                    .filter(each -> isIn(each, container.getId()) && hasNumber(each, pid))
                    .findFirst()
                    .map(each -> Path.of("/proc", String.valueOf(each), "ns/net"))
                    .orElseThrow(() -> new MachineLimitException("container " + container.getName() + " has process "
                            + pid + " for its engine, but on this machine no process is in its control group\n"
                            + "  remedy: use an engine that runs on this machine's kernel, not in a virtual machine"
                            + " or elsewhere"));
        }
    }

    private static boolean isIn(long pid, String container) {
        return read(pid, "cgroup").contains(container);
    }

    /** In one of the PID namespaces that the process is in. */
    private static boolean hasNumber(long pid, long number) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("NSpid:"))
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .anyMatch(String.valueOf(number)::equals);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
