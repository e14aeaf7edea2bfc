package dev.netjig.suites.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.Engine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The docker command of an engine. */
public final class Docker {

    private static final long LIMIT_SECONDS = 180;

    private final Engine engine;

    public Docker(Engine engine) {
        this.engine = engine;
    }

    /** What a container did that has ended. */
    public record Ended(int exitCode, String output) {}

    /** {@code docker build DIRECTORY}. */
    public Build build(Path directory) {
        return build(directory, "Dockerfile");
    }

    /** {@code docker build -f DOCKERFILE DIRECTORY}. */
    public Build build(Path directory, String dockerfile) {
        StringBuilder output = new StringBuilder();
        StringBuilder error = new StringBuilder();
        ResultCallback.Adapter<BuildResponseItem> lines = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(BuildResponseItem item) {
                output.append(item.getStream() == null ? "" : item.getStream());
                if (item.getErrorDetail() != null) {
                    error.append(item.getErrorDetail().getMessage());
                }
            }
        };
        await(engine.client()
                .buildImageCmd()
                .withBaseDirectory(directory.toFile())
                .withDockerfile(directory.resolve(dockerfile).toFile())
                .exec(lines));
        return new Build(output.toString(), Optional.of(error.toString()).filter(text -> !text.isEmpty()));
    }

    /** {@code docker run IMAGE COMMAND}; waits for its end. */
    public Ended run(String image, String... command) {
        String id = create(image, command).exec().getId();
        engine.client().startContainerCmd(id).exec();
        Integer exitCode = engine.client().waitContainerCmd(id).start().awaitStatusCode();
        return new Ended(exitCode, logs(id));
    }

    /** {@code docker create IMAGE COMMAND}; without a command, that of the image. */
    public CreateContainerCmd create(String image, String... command) {
        CreateContainerCmd create = engine.client().createContainerCmd(image);
        return command.length == 0 ? create : create.withCmd(command);
    }

    /** {@code docker run -d --name NAME -p PORT:CONTAINER_PORT IMAGE}. */
    public NetworkNamespace publish(String name, String image, int port, int containerPort) {
        ExposedPort inside = ExposedPort.tcp(containerPort);
        CreateContainerCmd create = create(image)
                .withName(name)
                .withExposedPorts(inside)
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(new PortBinding(Ports.Binding.bindPort(port), inside)));
        return start(name, create);
    }

    /** {@code docker run -d --name NAME IMAGE COMMAND}. */
    public NetworkNamespace start(String name, String image, String... command) {
        return start(name, create(image, command).withName(name));
    }

    /** {@code docker run -d --name NAME --stop-signal KILL IMAGE sleep 600}: it ends at once. */
    public void sleeping(String name, String image) {
        start(name, create(image, "sleep", "600").withName(name).withStopSignal("SIGKILL"));
    }

    private NetworkNamespace start(String name, CreateContainerCmd create) {
        engine.client().startContainerCmd(create.exec().getId()).exec();
        NetworkNamespace container = engine.container(name);
        Settled.await(List.of(engine.netns(), container));
        return container;
    }

    /** {@code docker logs -f CONTAINER}: until it has ended. */
    public String logs(String container) {
        return logs(container, true);
    }

    /** {@code docker logs CONTAINER}. */
    public String logsSoFar(String container) {
        return logs(container, false);
    }

    private String logs(String container, boolean follow) {
        Frames output = new Frames();
        await(engine.client()
                .logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(follow)
                .exec(output));
        return output.toString();
    }

    /** {@code docker exec CONTAINER sh -c SCRIPT}; what it printed. */
    public String exec(String container, String script) {
        String id = engine.client()
                .execCreateCmd(container)
                .withCmd("sh", "-c", script)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        Frames output = new Frames();
        await(engine.client().execStartCmd(id).exec(output));
        return output.toString();
    }

    /** The digests of an image's layers, lowest first: {@code docker inspect -f '{{.RootFS.Layers}}' IMAGE}. */
    public List<String> layers(String image) {
        return List.copyOf(inspect(image).getRootFS().getLayers());
    }

    /** In bytes, all layers together. */
    public long size(String image) {
        return inspect(image).getSize();
    }

    /** {@code docker inspect --size CONTAINER}. */
    public InspectContainerResponse withSize(String container) {
        return engine.client().inspectContainerCmd(container).withSize(true).exec();
    }

    /**
     * Where the parts of a container's file system are, as the daemon sees it.
     *
     * @param image the layers of the image, highest first
     * @param own what the container writes
     */
    public record Overlay(List<String> image, Path own) {}

    /** {@code docker inspect -f '{{.GraphDriver.Data}}' CONTAINER}; docker-java does not show the half of it. */
    public Overlay overlay(String container) {
        String format = "{{.GraphDriver.Data.LowerDir}} {{.GraphDriver.Data.UpperDir}}";
        String[] both = engine.netns()
                .exec("docker", "-H", "unix://" + engine.socket(), "inspect", "-f", format, container)
                .orThrow()
                .stdout()
                .strip()
                .split(" ", -1);
        List<String> lower = List.of(both[0].split(":", -1));
        // The highest of them is the container's, for what Docker itself writes into it (/etc/hosts).
        return new Overlay(lower.subList(1, lower.size()), Path.of("/proc/" + engine.pid() + "/root" + both[1]));
    }

    /** {@code docker inspect IMAGE}. */
    public InspectImageResponse inspect(String image) {
        return engine.client().inspectImageCmd(image).exec();
    }

    /** Both outputs, as a terminal shows them. */
    private static final class Frames extends ResultCallback.Adapter<Frame> {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void onNext(Frame frame) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static void await(ResultCallback.Adapter<?> answer) {
        try {
            if (!answer.awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("docker does not answer within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
