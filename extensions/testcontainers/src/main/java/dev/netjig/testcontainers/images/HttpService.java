package dev.netjig.testcontainers.images;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers http at a port of all addresses of a namespace, requests that come together at the same time. */
final class HttpService implements AutoCloseable {

    static final int OK = 200;
    static final int NOT_FOUND = 404;
    static final int FAILED = 500;

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpService(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to answer.
     *
     * @param name of its threads
     * @param handlers by the path that what they answer begins with
     */
    static HttpService start(NetworkNamespace netns, int port, String name, Map<String, HttpHandler> handlers) {
        HttpServer server = netns.open(() -> HttpServer.create(new InetSocketAddress(port), 0));
        ExecutorService threads = Executors.newCachedThreadPool(code -> {
            Thread thread = new Thread(code, name);
            thread.setDaemon(true);
            return thread;
        });
        handlers.forEach(server::createContext);
        server.setExecutor(threads);
        server.start();
        return new HttpService(server, threads);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
