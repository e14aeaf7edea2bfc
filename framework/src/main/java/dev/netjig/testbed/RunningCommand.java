package dev.netjig.testbed;

import dev.netjig.kernel.libc.Sys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command that was started in a namespace. Closing it kills it and its process group if it still runs; what a command
 * has left behind at its end, a daemon for example, lives until the testbed closes.
 */
public final class RunningCommand implements AutoCloseable {

    private static final int SIGKILL = 9;
    /** How long output may trickle in after the end: only a child that outlives the command still holds the pipe. */
    private static final Duration LAST_OUTPUT = Duration.ofMillis(500);

    private final NetworkNamespace netns;
    private final List<String> words;
    private final Process process;
    private final OutputDrain stdout;
    private final OutputDrain stderr;
    private final long started;
    private final Instant startedAt = Instant.now();
    private volatile @Nullable CommandResult end;

    private RunningCommand(NetworkNamespace netns, List<String> words, Process process, long started) {
        this.netns = netns;
        this.words = words;
        this.process = process;
        this.started = started;
        this.stdout = OutputDrain.of(process.getInputStream(), "stdout");
        this.stderr = OutputDrain.of(process.getErrorStream(), "stderr");
    }

    static RunningCommand start(
            NetworkNamespace netns,
            List<String> words,
            List<String> line,
            Map<String, String> environment,
            String stdin) {
        long started = System.nanoTime();
        // Threads inherit the namespace of the thread they are born on: the drains too are born at home.
        RunningCommand running = HomeThread.call(() -> {
            // There before the command is, for the JVM may be killed at any moment.
            CommandReaper reaper = CommandReaper.instance();
            ProcessBuilder builder = new ProcessBuilder(line);
            builder.environment().putAll(environment);
            builder.environment().put(CommandReaper.MARK, netns.testbed().mark());
            Process process = builder.start();
            reaper.watch(process.pid());
            InputFeed.start(process.getOutputStream(), stdin);
            return new RunningCommand(netns, words, process, started);
        });
        netns.adopt(running);
        netns.testbed().journal().add(running);
        return running;
    }

    /** The process id of the command, which is also the id of its process group. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What it has printed to its standard output so far. */
    public String stdoutSoFar() {
        return stdout.text();
    }

    /** What it has printed to its standard error so far. */
    public String stderrSoFar() {
        return stderr.text();
    }

    /** What it has done so far. */
    public CommandRun soFar() {
        CommandResult known = end;
        boolean running = known == null && process.isAlive();
        return new CommandRun(startedAt, known == null ? result(Duration.ZERO) : known, running);
    }

    /**
     * Waits for the command's end.
     *
     * @throws CommandFailedException if it is still running after {@code timeout}; its process group was then killed
     */
    public CommandResult await(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                kill();
                process.waitFor();
                throw new CommandFailedException(
                        "was still running after " + timeout.toMillis() + " ms; its process group was killed",
                        result());
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new CommandFailedException("was interrupted; its process group was killed", result());
        }
        CommandResult result = result();
        if (result.exitCode() == 127 && isMissingProgram(result)) {
            throw new CommandFailedException(
                    "could not start: there is no program " + words.get(0)
                            + " on this machine; vagrant/provision.sh installs what the suites need",
                    result);
        }
        return result;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        netns.release(this);
        netns.testbed().groups().ended(process.pid());
    }

    private boolean isMissingProgram(CommandResult result) {
        return result.stderr().startsWith("env:") || result.stderr().startsWith("nsenter:");
    }

    /** Kills the process group; a program that started a session of its own is found by its namespace, at the end. */
    private void kill() {
        Sys.tryKill((int) -process.pid(), SIGKILL);
        // Right after its start setsid(1) may not have made the group yet, and is then alone. Not Process.destroy: it
        // would throw away the output.
        process.toHandle().destroyForcibly();
    }

    private CommandResult result() {
        CommandResult result = result(LAST_OUTPUT);
        end = result;
        return result;
    }

    private CommandResult result(Duration patience) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        if (!patience.isZero()) {
            stdout.awaitEnd(patience);
            stderr.awaitEnd(patience);
        }
        int exitCode = process.isAlive() ? -1 : process.exitValue();
        return new CommandResult(netns.name(), words, exitCode, stdout.text(), stderr.text(), elapsed);
    }
}
