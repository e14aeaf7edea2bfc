package dev.netjig.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.images.ImageCatalogue;
import dev.netjig.testcontainers.images.ImageMode;
import dev.netjig.testcontainers.images.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Docker daemon of the test's own. It runs in a namespace of the testbed, where its bridges, rules and routes are, and
 * in namespaces of its own for everything else: it shares neither storage nor configuration, sockets, processes, mounts or
 * host name with another engine or with the machine's.
 *
 * <p>{@link DockerEngine} starts and closes one around tests. By hand:
 *
 * <pre>{@code
 * try (Engine engine = Engine.in(testbed.node())) {
 *     engine.start();
 *     engine.run("web", "sleep", "600");
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {

    /** Docker gives containers 10 s to end by themselves, all at once, and then takes its own time. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private static final Duration RELOAD_LIMIT = Duration.ofSeconds(20);

    private final NetworkNamespace netns;
    private final List<String> options = new ArrayList<>();
    private final StringBuilder earlierLogs = new StringBuilder();
    private String daemonJson = "";
    private boolean busyboxLoaded;
    private Lair.@Nullable Den den;
    private @Nullable EngineRoom room;
    private @Nullable Daemon daemon;
    private @Nullable DockerClient client;
    private @Nullable Images images;

    private Engine(NetworkNamespace netns) {
        this.netns = netns;
    }

    /** An engine in {@code netns} that is yet to be started: register it for closing, then call {@link #start}. */
    public static Engine in(NetworkNamespace netns) {
        return new Engine(netns);
    }

    /** Adds options of {@code dockerd}, one word each; they count from the next start on. */
    public Engine options(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** Forgets the options given so far; from the next start on netjig's own are the only ones. */
    public Engine withoutOptions() {
        options.clear();
        return this;
    }

    /**
     * Writes {@code /etc/docker/daemon.json} as the engine sees it, or removes it if {@code text} is blank. A running
     * daemon looks at it when told to {@link #reload} or {@link #restart}.
     */
    public Engine daemonJson(String text) {
        daemonJson = text;
        if (den != null) {
            writeDaemonJson(den);
        }
        return this;
    }

    /**
     * Starts the daemon and waits until it answers.
     *
     * @throws EngineException with the last lines of its log if it does not
     */
    public void start() {
        if (den != null) {
            throw new IllegalStateException(this + " was started already");
        }
        Machine.check(netns);
        Lair.Den place = Lair.enter();
        den = place;
        writeDaemonJson(place);
        EngineRoom made = EngineRoom.open(netns, place.directory());
        room = made;
        // Meanwhile: it takes as long.
        client = Clients.of(socket());
        made.awaitReady();
        startDaemon();
    }

    /** The client of docker-java, for all that this handle has no method for. */
    public DockerClient client() {
        return started(client);
    }

    /** The socket that the daemon listens on, for {@code DOCKER_HOST=unix://PATH}. */
    public Path socket() {
        return started(den).directory().resolve("docker.sock");
    }

    /** What {@code docker info} shows. */
    public Info info() {
        return client().infoCmd().exec();
    }

    /** All that the daemon has logged, before restarts too. */
    public String logs() {
        return earlierLogs + (daemon == null ? "" : daemon.log());
    }

    /** The daemon's process id on the machine. */
    public long pid() {
        return started(daemon).pid();
    }

    /** The namespace in which the daemon runs. */
    public NetworkNamespace netns() {
        return netns;
    }

    /**
     * Tells the daemon to read its configuration again, and waits until it has; {@code kill -s HUP}.
     *
     * @return what it logged about it; a configuration that is refused is an error in there, and changes nothing
     */
    public String reload() {
        return started(daemon).reload(RELOAD_LIMIT);
    }

    /**
     * Ends the daemon as {@code systemctl restart docker} does, if it still runs, and starts it again on the same storage.
     * Containers are given their time to end, 10 s unless told otherwise.
     */
    public void restart() {
        Daemon before = started(daemon);
        before.stop(STOP_LIMIT);
        earlierLogs.append(before.log());
        startDaemon();
    }

    /** The image {@value Busybox#IMAGE}, which has a shell and common tools; loaded by the first call, from no registry. */
    public synchronized String busybox() {
        if (!busyboxLoaded) {
            client().loadImageCmd(Busybox.archive()).exec();
            busyboxLoaded = true;
        }
        return Busybox.IMAGE;
    }

    /**
     * Gives the engine images of netjig's catalogue, from where {@code -Dnetjig.images} says; what they need while they are
     * built upon is there as long as the engine.
     */
    public synchronized Images images() {
        Images mine = images;
        if (mine == null) {
            mine = Images.of(client(), netns, ImageCatalogue.standard(), ImageMode.configured());
            images = mine;
        }
        return mine;
    }

    /** Starts {@code command} in a container of {@link #busybox}; {@code docker run -d --name NAME IMAGE COMMAND}. */
    public String run(String name, String... command) {
        String id = client().createContainerCmd(busybox())
                .withName(name)
                .withCmd(command)
                .exec()
                .getId();
        client().startContainerCmd(id).exec();
        return id;
    }

    /**
     * The namespace of a running container; {@code ip netns attach NAME PID}. If the topology declares an adopted namespace
     * of the container's name, this is it, and its links are made now. Commands that are run in it see the
     * machine's files, not the container's.
     *
     * @param container its id or its name
     * @throws IllegalStateException if it does not run
     */
    public NetworkNamespace container(String container) {
        InspectContainerResponse found = ContainerProcess.running(client(), container);
        return netns.testbed()
                .adopt(found.getName().replaceFirst("^/", ""), started(room).networkOf(ContainerProcess.pid(found)));
    }

    /**
     * The namespace in which this engine keeps its part of an overlay network: the bridge of its containers there, and the
     * VXLAN device that leads to the other engines. It is there as long as a container of this engine is on the network.
     *
     * <p>Equal by hand: {@code ls /run/docker/netns}.
     *
     * @param network its id or its name
     * @throws IllegalStateException if no container of this engine is on it
     */
    public NetworkNamespace overlay(String network) {
        Network found = client().inspectNetworkCmd().withNetworkId(network).exec();
        Path file = started(room)
                .overlay(found.getId())
                .orElseThrow(() -> new IllegalStateException(
                        "no container of " + this + " is on network " + network + ", or it is no overlay"));
        return netns.testbed().adopt(netns.name() + "-" + found.getName(), file);
    }

    /** Kills the daemon, its containers and all else that it has started, and removes what it has stored. */
    @Override
    public void close() {
        Lair.Den place = den;
        if (place == null) {
            return;
        }
        den = null;
        Engines.remove(this);
        try {
            if (images != null) {
                images.close();
            }
            if (room != null) {
                room.close();
            }
            if (daemon != null) {
                daemon.close();
            }
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the client of " + this, e);
        } finally {
            Lair.leave(place);
        }
    }

    @Override
    public String toString() {
        return "Docker engine in " + netns;
    }

    private void startDaemon() {
        Lair.Den place = started(den);
        Daemon started = Daemon.start(started(room), place, options);
        daemon = started;
        started.awaitAnswer(client());
        Engines.add(this);
    }

    private void writeDaemonJson(Lair.Den place) {
        Path file = place.directory().resolve("etc/daemon.json");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            if (daemonJson.isBlank()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, daemonJson);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private <T> T started(@Nullable T part) {
        if (part == null || den == null) {
            throw new IllegalStateException(this + " does not run");
        }
        return part;
    }
}
