package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document's own certificates: the daemon's has a Common Name and no subjectAltName. */
@DockerEngine
@NeedsRoot(NeedsRoot.ENGINE)
class DaemonOfTheDocument {

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void start(Engine engine, @TempDir Path directory) {
        Certificates made = Certificates.makeAsInTheDocument(engine.netns(), directory);
        certificates = made;
        engine.options(made.daemonOptions()).restart();
    }

    @Test
    @NeedsProgram("docker")
    @Scenario(
            id = "G5.3",
            title = "docker --tlsverify refuses the document's daemon, which has no subjectAltName; --tls connects")
    void no_subject_alternative_name(Engine engine, @TempDir Path home) throws IOException {
        DockerCommand docker = DockerCommand.withCertificate(engine, certificates, home);
        CommandResult verified = docker.ps("-H=localhost:2376", "--tlsverify");

        assertThat(verified.succeeded()).isFalse();
        assertThat(verified.stderr())
                .contains("x509: certificate relies on legacy Common Name field, use SANs instead");
        assertThat(docker.info("-H=localhost:2376", "--tls").orThrow().stdout().strip())
                .isEqualTo("node");
    }

    @Test
    @Scenario(id = "G5.4", title = "Java still takes a Common Name for the name of a daemon without subjectAltName")
    void common_name(Engine engine) throws Exception {
        TlsClient client = new TlsClient(engine, certificates);

        assertThat(client.ask("localhost", "ca", "client")).startsWith("HTTP/1.0 200 OK");
        assertThatThrownBy(() -> client.ask("oreo", "ca", "client"))
                .hasMessageContaining("No name matching oreo found");
    }

    @Test
    @Scenario(id = "G4.1", title = "the CA counts the certificates that it signs in its serial file")
    void serial_file(Engine engine) throws IOException {
        assertThat(Files.readString(certificates.file("ca.srl")).strip()).isEqualTo("03");
        assertThat(serial(engine, "server")).isEqualTo("serial=02");
        assertThat(serial(engine, "client")).isEqualTo("serial=03");
    }

    @Test
    @Scenario(id = "G4.2", title = "keys with mode 600 are for their owner to read and write, and nobody else")
    void keys(Engine engine) throws IOException {
        for (String key : new String[] {"ca-key.pem", "server-key.pem", "client-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.file(key))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.file("server.pem"))))
                .isEqualTo("rw-r--r--");
    }

    private static String serial(Engine engine, String name) {
        return engine.netns()
                .exec("openssl", "x509", "-noout", "-serial", "-in", String.valueOf(certificates.file(name + ".pem")))
                .orThrow()
                .stdout()
                .strip();
    }
}
