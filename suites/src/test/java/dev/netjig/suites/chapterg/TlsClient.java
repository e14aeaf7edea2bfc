package dev.netjig.suites.chapterg;

import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Asks a daemon at port 2376 of its node's loopback device whether it is there, as any program in Java would. */
final class TlsClient {

    private static final String REQUEST = "GET /_ping HTTP/1.0\r\n\r\n";

    private final Engine engine;
    private final Certificates certificates;

    TlsClient(Engine engine, Certificates certificates) {
        this.engine = engine;
        this.certificates = certificates;
    }

    /** The answer to a client that expects {@code host}, trusts {@code ca} and shows the certificate {@code client}. */
    String ask(String host, String ca, String client) throws Exception {
        try (Socket plain = connect();
                SSLSocket socket = (SSLSocket)
                        certificates.context(ca, client).getSocketFactory().createSocket(plain, host, 2376, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return exchange(socket);
        }
    }

    String askWithoutTls() throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket);
        }
    }

    private Socket connect() {
        return engine.netns().open(() -> new Socket(InetAddress.getLoopbackAddress(), 2376));
    }

    private static String exchange(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
