package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in at tcp port 2376 of a daemon with {@code --tlsverify}. */
@DockerEngine
@NeedsRoot(NeedsRoot.ENGINE)
class DaemonBehindTls {

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void start(Engine engine, @TempDir Path directory) {
        Certificates made = Certificates.make(engine.netns(), directory);
        certificates = made;
        engine.options(made.daemonOptions()).restart();
    }

    @Test
    @Scenario(id = "G1", title = "a client with a certificate of the daemon's CA gets in, by name and by address")
    void the_right_certificate(Engine engine) throws Exception {
        assertThat(client(engine).ask("docker.example.com", "ca", "client")).startsWith("HTTP/1.0 200 OK");
        assertThat(client(engine).ask("127.0.0.1", "ca", "client")).startsWith("HTTP/1.0 200 OK");
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
        assertThatThrownBy(() -> client(engine).ask("127.0.0.1", "ca", client)).isInstanceOf(IOException.class);

        await().untilAsserted(() -> assertThat(engine.logs())
                .contains("TLS handshake error from 127.0.0.1")
                .contains(error));
    }

    @Test
    @Scenario(id = "G2.2", title = "a daemon that speaks TLS answers plain http with an error")
    void plain_http(Engine engine) throws Exception {
        assertThat(client(engine).askWithoutTls())
                .startsWith("HTTP/1.0 400 Bad Request")
                .contains("Client sent an HTTP request to an HTTPS server.");
    }

    @Test
    @Scenario(id = "G3", title = "a client refuses a daemon of a CA that it does not trust, or of another name")
    void no_good_server(Engine engine) {
        assertThatThrownBy(() -> client(engine).ask("127.0.0.1", "other-ca", "client"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX path");
        assertThatThrownBy(() -> client(engine).ask("oreo", "ca", "client"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative DNS name matching oreo found");
    }

    private static TlsClient client(Engine engine) {
        return new TlsClient(engine, certificates);
    }
}
