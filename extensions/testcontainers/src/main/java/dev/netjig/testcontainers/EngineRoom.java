package dev.netjig.testcontainers;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.RunningCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The namespaces that an engine runs in, besides the network namespace: of mounts, processes, host name and IPC. They end
 * all at once with their first process, whatever runs in them: containerd, shims, containers, mounts.
 */
final class EngineRoom implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int OVERLAY_NAME = 10;

    private final RunningCommand command;
    private final NetworkNamespace netns;
    private long init;

    private EngineRoom(NetworkNamespace netns, RunningCommand command) {
        this.netns = netns;
        this.command = command;
    }

    /** Begins to make the namespaces; {@link #awaitReady} ends it. */
    static EngineRoom open(NetworkNamespace netns, Path directory) {
        List<String> line = List.of(
                "unshare",
                "--mount",
                "--pid",
                "--uts",
                "--ipc",
                "--fork",
                // The first process, and by it all others, ends with unshare, which ends with the JVM.
                "--kill-child=KILL",
                "--mount-proc",
                "--propagation",
                "private",
                "sh",
                "-c",
                script(),
                "netjig-engine",
                netns.name(),
                directory.toString());
        return new EngineRoom(
                netns,
                netns.command(line.toArray(String[]::new)).inMachineView().start());
    }

    void awaitReady() {
        boolean settled = Patience.until(
                LIMIT, () -> !command.isRunning() || command.stdoutSoFar().contains("ready\n"));
        if (!settled || !command.isRunning()) {
            throw new EngineException("cannot make namespaces for an engine", command.stderrSoFar());
        }
        init = child(command);
    }

    /** Starts a command in all of the room's namespaces. */
    RunningCommand start(List<String> words) {
        List<String> line = new ArrayList<>(
                List.of("nsenter", "--target", String.valueOf(init), "--mount", "--pid", "--uts", "--ipc"));
        line.addAll(words);
        return netns.command(line.toArray(String[]::new)).inMachineView().start();
    }

    /** The process that runs as the child of a command that went into other namespaces, by its id on the machine. */
    static long child(RunningCommand command) {
        return ProcessHandle.of(command.pid())
                .flatMap(process -> process.children().findFirst())
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IllegalStateException("process " + command.pid() + " has no child"));
    }

    /** The file of the network namespace of the process that has the id {@code pid} in this room. */
    Path networkOf(long pid) {
        return Path.of("/proc/" + init + "/root/proc/" + pid + "/ns/net");
    }

    /** The file of the namespace of an overlay network: libnetwork names it after the first characters of the id. */
    Optional<Path> overlay(String network) {
        Path directory = Path.of("/proc/" + init + "/root/run/docker/netns");
        String end = "-" + network.substring(0, OVERLAY_NAME);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    /** Kills all that runs here and waits until it is gone. */
    @Override
    public void close() {
        command.close();
        if (init != 0 && !Patience.until(LIMIT, () -> hasEnded(init))) {
            throw new IllegalStateException("process " + init + " of an engine does not end");
        }
    }

    /** Nothing is left of the namespaces of a first process that only its parent has yet to ask for. */
    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return true;
        }
    }

    /** Ends the rooms whose engines have their directories in {@code lair}: their JVM is dead. */
    static void killAllIn(Path lair) {
        List<ProcessHandle> rooms = ProcessHandle.allProcesses()
                .filter(process -> isRoom(process.pid(), lair))
                .toList();
        rooms.forEach(ProcessHandle::destroyForcibly);
        Patience.until(LIMIT, () -> rooms.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static boolean isRoom(long pid, Path lair) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return Stream.of(line.split("\0"))
                            .findFirst()
                            .filter(program -> program.endsWith("unshare"))
                            .isPresent()
                    && line.contains("\0" + lair + "/");
        } catch (IOException gone) {
            return false;
        }
    }

    private static String script() {
        try (InputStream in = EngineRoom.class.getResourceAsStream("engine-room.sh")) {
            return new String(Objects.requireNonNull(in, "engine-room.sh").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read engine-room.sh", e);
        }
    }
}
