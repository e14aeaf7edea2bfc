package dev.netjig.suites.chapterf;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.netjig.testcontainers.Engine;
import java.util.List;
import java.util.stream.Stream;

/** Containers that outlive a daemon, or do not. */
final class Containers {

    private Containers() {}

    /** {@code docker run -d --name NAME --restart POLICY --stop-signal KILL IMAGE sleep 600}: it ends at once. */
    static void run(Engine engine, String name, RestartPolicy policy) {
        String id = engine.client()
                .createContainerCmd(engine.busybox())
                .withName(name)
                .withCmd("sleep", "600")
                .withStopSignal("SIGKILL")
                .withHostConfig(HostConfig.newHostConfig().withRestartPolicy(policy))
                .exec()
                .getId();
        engine.client().startContainerCmd(id).exec();
    }

    static ContainerState state(Engine engine, String name) {
        return engine.client().inspectContainerCmd(name).exec().getState();
    }

    /** What {@code docker ps} lists. */
    static List<String> running(Engine engine) {
        return engine.client().listContainersCmd().exec().stream()
                .map(Container::getNames)
                .flatMap(Stream::of)
                .map(name -> name.substring(1))
                .toList();
    }
}
