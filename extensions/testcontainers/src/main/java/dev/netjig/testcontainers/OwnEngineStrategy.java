package dev.netjig.testcontainers;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Gives Testcontainers a Docker engine of the JVM's own, for a machine on which Docker is installed but does not run, or
 * must not be touched: it runs in a network namespace of its own, has the image {@code netjig/busybox:latest} and no way
 * to a registry, and ends with the JVM.
 *
 * <p>Testcontainers uses it if the system property {@code netjig.testcontainers.engine} is {@code own}. In the environment,
 * {@code TESTCONTAINERS_RYUK_DISABLED=true} keeps it from pulling the image of its cleaner, which has nothing to do here.
 */
public final class OwnEngineStrategy extends DockerClientProviderStrategy {

    private static final String PROPERTY = "netjig.testcontainers.engine";

    private static final Duration CLEANER_BEGINS = Duration.ofMillis(500);
    private static final Duration CLEANER_ENDS = Duration.ofSeconds(10);

    private static @Nullable Engine engine;

    /** Testcontainers creates it. */
    public OwnEngineStrategy() {}

    @Override
    public String getDescription() {
        return "Docker engine of this JVM's own, by netjig";
    }

    @Override
    protected boolean isApplicable() {
        return "own".equals(System.getProperty(PROPERTY));
    }

    @Override
    protected int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public TransportConfig getTransportConfig() {
        return TransportConfig.builder()
                .dockerHost(URI.create("unix://" + engine().socket()))
                .build();
    }

    /** Otherwise Testcontainers would ask a container, of an image that nobody has. */
    @Override
    public synchronized String getDockerHostIpAddress() {
        return "127.0.0.1";
    }

    /** Testcontainers would remember it, in the user's home, for JVMs that have not asked for it. */
    @Override
    protected boolean isPersistable() {
        return false;
    }

    private static synchronized Engine engine() {
        Engine running = engine;
        if (running == null) {
            Testbed testbed = Testbed.create(Topology.builder()
                    .sysctl(Topology.NODE, "net.ipv4.ip_forward", "1")
                    .build());
            running = Engine.in(testbed.node());
            Runtime.getRuntime().addShutdownHook(new Thread(closing(testbed, running), "netjig-own-engine"));
            running.start();
            running.busybox();
            engine = running;
        }
        return running;
    }

    /** At the end of the JVM Testcontainers removes containers, on a thread of its group; it needs the engine for that. */
    private static void awaitCleaner() {
        if (Patience.until(CLEANER_BEGINS, OwnEngineStrategy::isCleaning)) {
            Patience.until(CLEANER_ENDS, () -> !isCleaning());
        }
    }

    /** Its other threads have names. */
    private static boolean isCleaning() {
        ThreadGroup group = DockerClientFactory.TESTCONTAINERS_THREAD_GROUP;
        Thread[] threads = new Thread[group.activeCount() + 1];
        int count = group.enumerate(threads);
        return Stream.of(threads)
                .limit(count)
                .anyMatch(thread -> thread.getName().startsWith("Thread-"));
    }

    private static Runnable closing(Testbed testbed, Engine engine) {
        return () -> {
            awaitCleaner();
            try (testbed) {
                engine.close();
            }
        };
    }
}
