package dev.netjig.testcontainers;

import com.github.dockerjava.api.DockerClient;
import dev.netjig.testbed.RunningCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of {@code dockerd}. */
final class Daemon implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final RunningCommand command;
    private final Path socket;
    private long pid;

    private Daemon(RunningCommand command, Path socket) {
        this.command = command;
        this.socket = socket;
    }

    static Daemon start(EngineRoom room, Lair.Den den, List<String> options) {
        Path state = den.directory().resolve("state");
        Path socket = den.directory().resolve("docker.sock");
        List<String> line = new ArrayList<>(List.of(
                "dockerd",
                "--data-root=" + state.resolve("data"),
                // Sockets, whose names must be short; the room's /run is its own.
                "--exec-root=/run/docker",
                "--pidfile=/run/docker.pid",
                "--host=unix://" + socket,
                // With systemd's driver the groups would be systemd's, out of anybody's sight who has to remove them.
                "--exec-opt=native.cgroupdriver=cgroupfs",
                "--cgroup-parent=/" + den.cgroup()));
        line.addAll(options);
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new EngineException("cannot remove " + socket, String.valueOf(e));
        }
        return new Daemon(room.start(line), socket);
    }

    void awaitAnswer(DockerClient client) {
        @Nullable RuntimeException[] last = {null};
        boolean settled = Patience.until(START_LIMIT, () -> !command.isRunning() || answers(client, last));
        if (!settled || !command.isRunning()) {
            EngineException failed = new EngineException(
                    settled
                            ? "dockerd ended at its start"
                            : "dockerd does not answer " + START_LIMIT + " after its start",
                    lastWords());
            if (last[0] != null) {
                failed.addSuppressed(last[0]);
            }
            throw failed;
        }
        pid = EngineRoom.child(command);
    }

    /** What a daemon that has ended printed is still on its way for a moment. */
    private String lastWords() {
        return command.isRunning() ? log() : command.await(START_LIMIT).stderr();
    }

    private boolean answers(DockerClient client, @Nullable RuntimeException[] last) {
        if (!Files.exists(socket)) {
            return false;
        }
        try {
            client.pingCmd().exec();
            return true;
        } catch (RuntimeException notYet) {
            last[0] = notYet;
            return false;
        }
    }

    long pid() {
        return pid;
    }

    String log() {
        return command.stderrSoFar();
    }

    String reload(Duration limit) {
        int before = log().length();
        signal("HUP");
        // The daemon reads the file, logs its error if there is one, and always ends with what it has now.
        boolean done = Patience.until(limit, () -> isReloaded(log().substring(before)));
        if (!done) {
            throw new EngineException("dockerd did not reload its configuration within " + limit, log());
        }
        return log().substring(before);
    }

    private static boolean isReloaded(String log) {
        return log.contains("Reloaded configuration") || log.contains("level=error");
    }

    void stop(Duration limit) {
        if (!command.isRunning()) {
            return;
        }
        signal("TERM");
        if (!Patience.until(limit, () -> !command.isRunning())) {
            throw new EngineException("dockerd did not end within " + limit + " of a SIGTERM", log());
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-s", name, String.valueOf(pid)).start();
            if (kill.waitFor() != 0) {
                throw new EngineException("cannot send SIG" + name + " to process " + pid, log());
            }
        } catch (IOException e) {
            throw new EngineException("cannot send SIG" + name + ": " + e.getMessage(), log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", log());
        }
    }

    @Override
    public void close() {
        command.close();
    }
}
