package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The docker command with the files in ~/.docker, against a daemon whose certificate is for docker.example.com. */
@DockerEngine
@NeedsProgram("docker")
@NeedsRoot(NeedsRoot.ENGINE)
class ClientOnTheCommandLine {

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void start(Engine engine, @TempDir Path directory) {
        Certificates made = Certificates.make(engine.netns(), directory);
        certificates = made;
        engine.options(made.daemonOptions()).restart();
    }

    @Test
    @Scenario(id = "G1.1", title = "docker --tlsverify gets in with ca.pem, cert.pem and key.pem in ~/.docker")
    void the_right_certificate(Engine engine, @TempDir Path home) throws IOException {
        CommandResult info =
                DockerCommand.withCertificate(engine, certificates, home).info("-H=127.0.0.1:2376", "--tlsverify");

        assertThat(info.orThrow().stdout().strip()).isEqualTo("node");
    }

    @Test
    @Scenario(id = "G2.3", title = "docker --tlsverify without a certificate is refused by the daemon")
    void no_certificate(Engine engine, @TempDir Path home) throws IOException {
        CommandResult ps =
                DockerCommand.withoutCertificate(engine, certificates, home).ps("-H=127.0.0.1:2376", "--tlsverify");

        assertThat(ps.succeeded()).isFalse();
        assertThat(ps.stderr()).contains("remote error: tls: ");
    }

    @Test
    @Scenario(id = "G3.1", title = "docker --tlsverify refuses a daemon of another name")
    void another_name(Engine engine, @TempDir Path home) throws IOException {
        CommandResult ps =
                DockerCommand.withCertificate(engine, certificates, home).ps("-H=localhost:2376", "--tlsverify");

        assertThat(ps.succeeded()).isFalse();
        assertThat(ps.stderr()).contains("x509: certificate is valid for docker.example.com, not localhost");
    }

    @Test
    @Scenario(id = "G3.2", title = "docker --tls asks for no name and no CA, but still shows its own certificate")
    void tls_without_verify(Engine engine, @TempDir Path home, @TempDir Path other) throws IOException {
        CommandResult named =
                DockerCommand.withCertificate(engine, certificates, home).info("-H=localhost:2376", "--tls");
        CommandResult unnamed =
                DockerCommand.withoutCertificate(engine, certificates, other).ps("-H=localhost:2376", "--tls");

        assertThat(named.orThrow().stdout().strip()).isEqualTo("node");
        assertThat(unnamed.stderr()).contains("remote error: tls: ");
    }

    @Test
    @Scenario(id = "G3.3", title = "docker without --tls or --tlsverify speaks plain http to port 2376, and is told so")
    void no_tls(Engine engine, @TempDir Path home) throws IOException {
        CommandResult ps =
                DockerCommand.withCertificate(engine, certificates, home).ps("-H=127.0.0.1:2376");

        assertThat(ps.stderr()).contains("Client sent an HTTP request to an HTTPS server");
    }
}
