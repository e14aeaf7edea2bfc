package dev.netjig.testcontainers;

import dev.netjig.testbed.NetworkNamespace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The engines of this JVM that run, by their namespaces. */
final class Engines {

    private static final Map<NetworkNamespace, Engine> RUNNING = new ConcurrentHashMap<>();

    private Engines() {}

    static void add(Engine engine) {
        RUNNING.put(engine.netns(), engine);
    }

    static void remove(Engine engine) {
        RUNNING.remove(engine.netns(), engine);
    }

    static Optional<Engine> in(NetworkNamespace netns) {
        return Optional.ofNullable(RUNNING.get(netns));
    }
}
