package dev.netjig.testcontainers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine in a JUnit store: put there before it is started, so that JUnit closes it however its start ends. */
final class LiveEngine implements AutoCloseable {

    private final Engine engine;
    private final List<String> images;
    private boolean begun;
    private @Nullable RuntimeException failure;

    LiveEngine(Engine engine, List<String> images) {
        this.engine = engine;
        this.images = images;
    }

    /** The engine, started by the first call; a start that failed is not repeated. */
    synchronized Engine ready() {
        if (!begun) {
            begun = true;
            try {
                engine.start();
                images.forEach(engine.images()::provide);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return engine;
    }

    @Override
    public void close() {
        engine.close();
    }
}
