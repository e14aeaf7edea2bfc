package dev.netjig.testbed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to be run in a namespace, with the view that belongs to it: {@code /sys} is the namespace's own,
 * {@code /run/netns} names its siblings, {@code /run/xtables.lock} is private. {@code /proc/net} is right by itself.
 *
 * <p>Equal by hand: {@code ip netns exec red COMMAND}.
 */
public final class Command {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final NetworkNamespace netns;
    private final List<String> words;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Duration timeout = DEFAULT_TIMEOUT;
    private String stdin = "";
    private Path directory = Path.of("").toAbsolutePath();
    private boolean machineView;

    Command(NetworkNamespace netns, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least the name of a program");
        }
        this.netns = netns;
        this.words = List.copyOf(words);
    }

    /** When to kill the command and its whole process group; 30 s unless told. */
    public Command timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** What the command reads from its standard input; nothing unless told. */
    public Command stdin(String stdin) {
        this.stdin = stdin;
        return this;
    }

    /** A variable on top of the JVM's own environment. */
    public Command environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The working directory; the JVM's own unless told. */
    public Command directory(Path directory) {
        this.directory = directory.toAbsolutePath();
        return this;
    }

    /**
     * Leaves the command the file system that this JVM has: only the network is the namespace's. For programs that need
     * the machine's {@code /sys}, such as a container engine its control groups.
     *
     * <p>Equal by hand: {@code nsenter --net=/run/netns/red COMMAND}.
     */
    public Command inMachineView() {
        machineView = true;
        return this;
    }

    /**
     * Runs the command to its end.
     *
     * @throws CommandFailedException if it is still running after {@link #timeout}, or its program does not exist; any
     *     exit code of its own is a result
     */
    public CommandResult run() {
        try (RunningCommand running = start()) {
            return running.await(timeout);
        }
    }

    /** Starts the command and leaves it running; closing it, or its testbed, kills its process group. */
    public RunningCommand start() {
        List<String> line = new ArrayList<>(List.of("setsid", "nsenter"));
        if (machineView) {
            line.add("--net=" + netns.entered());
        } else {
            MountedNetns place = netns.mounted();
            line.add("--net=" + place.netPath());
            line.add("--mount=" + place.mountPath());
        }
        line.addAll(List.of("env", "--chdir=" + directory));
        line.addAll(words);
        return RunningCommand.start(netns, words, line, environment, stdin);
    }
}
