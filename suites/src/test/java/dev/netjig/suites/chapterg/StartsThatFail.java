package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import dev.netjig.testcontainers.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a daemon does not start with: a step of the document that was left out, or one of its mistakes. */
@DockerEngine
@Execution(ExecutionMode.SAME_THREAD)
@NeedsRoot(NeedsRoot.ENGINE)
class StartsThatFail {

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void make(Engine engine, @TempDir Path directory) {
        certificates = Certificates.makeAsInTheDocument(engine.netns(), directory);
    }

    @Test
    @Scenario(id = "G4.3", title = "a daemon does not start with a key whose pass phrase was not stripped")
    void pass_phrase(Engine engine) {
        assertRefused(
                engine, "--tlskey=" + certificates.file("server-key-with-phrase.pem"), "failed to parse private key");
    }

    @Test
    @Scenario(id = "G5.5", title = "a daemon does not start with a request in place of the CA's certificate")
    void request_for_a_ca(Engine engine) {
        assertRefused(
                engine,
                "--tlscacert=" + certificates.file("server.csr"),
                "failed to append certificates from PEM file");
    }

    @Test
    @Scenario(
            id = "G5.6",
            title = "a daemon does not start with the document's tcp://0.0.0.0.2376, which is no address")
    void address_with_a_dot(Engine engine) {
        assertRefused(engine, "--host=tcp://0.0.0.0.2376", "failed to load listeners: listen tcp: lookup 0.0.0.0.2376");
    }

    private static void assertRefused(Engine engine, String option, String error) {
        String name = option.replaceAll("=.*", "=");
        List<String> options = new ArrayList<>(Arrays.asList(certificates.daemonOptions()));
        options.removeIf(other -> other.startsWith(name));
        options.add(option);
        engine.withoutOptions().options(options.toArray(String[]::new));

        assertThatThrownBy(engine::restart)
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("dockerd ended at its start")
                .hasMessageContaining(error);
    }
}
