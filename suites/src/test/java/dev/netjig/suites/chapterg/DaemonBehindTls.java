package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in at tcp port 2376 of a daemon with {@code --tlsverify}. */
@DockerEngine
class DaemonBehindTls {

    private static final String REQUEST = "GET /_ping HTTP/1.0\r\n\r\n";

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void start(Engine engine, @TempDir Path directory) {
        Certificates made = Certificates.make(engine.netns(), directory);
        certificates = made;
        engine.options(
                "--tlsverify",
                "--tlscacert=" + made.file("ca.pem"),
                "--tlscert=" + made.file("server.pem"),
                "--tlskey=" + made.file("server-key.pem"),
                "--host=tcp://127.0.0.1:2376");
        engine.restart();
    }

    @Test
    @Scenario(id = "G1", title = "a client with a certificate of the daemon's CA gets in, by name and by address")
    void the_right_certificate(Engine engine) throws Exception {
        assertThat(ask(engine, "docker.example.com", "ca", "client")).startsWith("HTTP/1.0 200 OK");
        assertThat(ask(engine, "127.0.0.1", "ca", "client")).startsWith("HTTP/1.0 200 OK");
    }

    @ParameterizedTest
    @CsvSource({
        "'', tls: client didn't provide a certificate",
        "foreign, x509: certificate signed by unknown authority",
        "expired, x509: certificate has expired or is not yet valid",
        "misused, x509: certificate specifies an incompatible key usage"
    })
    @Scenario(id = "G2.1", title = "a client without a certificate, or with one that is no good, is refused")
    void no_good_certificate(String client, String error, Engine engine) {
        assertThatThrownBy(() -> ask(engine, "127.0.0.1", "ca", client)).isInstanceOf(IOException.class);

        await().untilAsserted(() -> assertThat(engine.logs())
                .contains("TLS handshake error from 127.0.0.1")
                .contains(error));
    }

    @Test
    @Scenario(id = "G2.2", title = "a daemon that speaks TLS answers plain http with an error")
    void plain_http(Engine engine) throws Exception {
        try (Socket socket = connect(engine)) {
            assertThat(exchange(socket))
                    .startsWith("HTTP/1.0 400 Bad Request")
                    .contains("Client sent an HTTP request to an HTTPS server.");
        }
    }

    @Test
    @Scenario(id = "G3", title = "a client refuses a daemon of a CA that it does not trust, or of another name")
    void no_good_server(Engine engine) {
        assertThatThrownBy(() -> ask(engine, "127.0.0.1", "other-ca", "client"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX path");
        assertThatThrownBy(() -> ask(engine, "oreo", "ca", "client"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative DNS name matching oreo found");
    }

    @Test
    @Scenario(id = "G4", title = "keys are for their owner only")
    void keys(Engine engine) throws IOException {
        for (String key : new String[] {"ca-key.pem", "server-key.pem", "client-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.file(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Scenario(id = "G5.1", title = "req -new without -x509, as in the document, makes a request that is no CA")
    void no_x509(Engine engine, @TempDir Path directory) throws IOException {
        CommandResult made = Certificates.shell(
                engine.netns(),
                directory,
                "openssl genrsa -out key.pem 2048; openssl req -new -days 365 -key key.pem -subj /CN=ca -out ca.pem");

        assertThat(made.orThrow().stderr()).contains("without -x509");
        assertThat(Files.readString(directory.resolve("ca.pem"))).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
    }

    @Test
    @Scenario(id = "G5.2", title = "docker -d, as in the document, is no daemon any more")
    void docker_d(Engine engine) {
        CommandResult result = engine.netns().exec("docker", "-d");

        assertThat(result.stderr()).contains("unknown shorthand flag: 'd' in -d");
    }

    private static String ask(Engine engine, String host, String ca, String client) throws Exception {
        try (Socket plain = connect(engine);
                SSLSocket socket = (SSLSocket)
                        certificates.context(ca, client).getSocketFactory().createSocket(plain, host, 2376, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return exchange(socket);
        }
    }

    private static Socket connect(Engine engine) {
        return engine.netns().open(() -> new Socket(InetAddress.getLoopbackAddress(), 2376));
    }

    private static String exchange(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
