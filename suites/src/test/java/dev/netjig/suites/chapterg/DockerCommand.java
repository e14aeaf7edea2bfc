package dev.netjig.suites.chapterg;

import dev.netjig.testbed.CommandResult;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The docker command of somebody who has the files of a client in ~/.docker. */
final class DockerCommand {

    private final Engine engine;
    private final Path home;

    private DockerCommand(Engine engine, Path home) {
        this.engine = engine;
        this.home = home;
    }

    /** {@code cp ca.pem client.pem client-key.pem} to {@code ~/.docker/{ca,cert,key}.pem}. */
    static DockerCommand withCertificate(Engine engine, Certificates certificates, Path home) throws IOException {
        DockerCommand command = withoutCertificate(engine, certificates, home);
        Files.copy(certificates.file("client.pem"), home.resolve(".docker/cert.pem"));
        Files.copy(certificates.file("client-key.pem"), home.resolve(".docker/key.pem"));
        return command;
    }

    /** With the CA only. */
    static DockerCommand withoutCertificate(Engine engine, Certificates certificates, Path home) throws IOException {
        Files.createDirectory(home.resolve(".docker"));
        Files.copy(certificates.file("ca.pem"), home.resolve(".docker/ca.pem"));
        return new DockerCommand(engine, home);
    }

    /** {@code docker OPTIONS info --format '{{.Name}}'}, which prints the daemon's host name. */
    CommandResult info(String... options) {
        return docker(List.of(options), "info", "--format", "{{.Name}}");
    }

    /** {@code docker OPTIONS ps}: if it gets no answer, every version says why, which {@code info} does not. */
    CommandResult ps(String... options) {
        return docker(List.of(options), "ps");
    }

    private CommandResult docker(List<String> options, String... command) {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(options);
        line.addAll(List.of(command));
        return engine.netns()
                .command(line.toArray(String[]::new))
                .environment("HOME", home.toString())
                .run();
    }
}
