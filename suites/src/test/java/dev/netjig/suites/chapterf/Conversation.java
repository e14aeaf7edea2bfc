package dev.netjig.suites.chapterf;

import dev.netjig.testcontainers.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;

/** An open connection from the node to a container that says again what it is told. */
final class Conversation implements AutoCloseable {

    private static final String PORT = "7";

    private final Socket socket;
    private final BufferedReader answers;

    private Conversation(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** {@code docker run -d --name NAME IMAGE nc -ll -p 7 -e cat}. */
    static void host(Engine engine, String name) {
        engine.run(name, "nc", "-ll", "-p", PORT, "-e", "cat");
    }

    /** Connects as soon as the container listens. */
    static Conversation with(Engine engine, String name) throws IOException {
        String address = String.valueOf(engine.client()
                .inspectContainerCmd(name)
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .get("bridge")
                .getIpAddress());
        Socket connected = Awaitility.await()
                .ignoreExceptions()
                .until(
                        () -> engine.netns().open(() -> new Socket(address, Integer.parseInt(PORT))),
                        Socket::isConnected);
        connected.setSoTimeout(60_000);
        return new Conversation(connected);
    }

    /** Sends a line, and returns the line that comes back. */
    String echo(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        return String.valueOf(answers.readLine());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
