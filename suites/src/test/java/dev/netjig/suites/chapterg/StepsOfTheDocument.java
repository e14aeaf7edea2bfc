package dev.netjig.suites.chapterg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single steps as the document writes them, and what they give today. */
class StepsOfTheDocument {

    @ParameterizedTest
    @NeedsRoot("the user namespace of an ordinary user has no second one")
    @CsvSource({"600, true, Permission denied", "400, true, Permission denied", "644, false, ''"})
    @Scenario(id = "G4", title = "a key with mode 600 or 400 is its owner's only; with 644 anybody reads it")
    void modes(String mode, boolean secret, String error, @Netns("node") NetworkNamespace node, @TempDir Path directory)
            throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Certificates.shell(node, directory, "openssl genrsa -out key.pem 2048 && chmod " + mode + " key.pem")
                .orThrow();
        String key = directory.resolve("key.pem").toString();

        CommandResult nobody = node.exec("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat", key);

        assertThat(nobody.succeeded()).isEqualTo(!secret);
        assertThat(nobody.stderr()).contains(error);
        assertThat(node.exec("cat", key).orThrow().stdout()).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    @Scenario(id = "G5.1", title = "req -new without -x509, as in the document, makes a request that is no CA")
    void no_x509(@Netns("node") NetworkNamespace node, @TempDir Path directory) throws IOException {
        CommandResult made = Certificates.shell(
                node,
                directory,
                "openssl genrsa -out key.pem 2048; openssl req -new -days 365 -key key.pem -subj /CN=ca -out ca.pem");

        assertThat(made.orThrow().stderr()).contains("without -x509");
        assertThat(Files.readString(directory.resolve("ca.pem"))).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
    }

    /** {@code setsid}: of whoever runs the tests at a terminal it would really ask. */
    @Test
    @Scenario(id = "G4.4", title = "genrsa -des3 asks for a pass phrase, and fails where nobody can be asked")
    void pass_phrase(@Netns("node") NetworkNamespace node, @TempDir Path directory) {
        CommandResult made =
                Certificates.shell(node, directory, "setsid -w openssl genrsa -des3 -out key.pem 2048 </dev/null");

        assertThat(made.succeeded()).isFalse();
        assertThat(made.stderr()).contains("while reading strings");
    }

    @Test
    @NeedsProgram("docker")
    @Scenario(id = "G5.2", title = "docker -d, as in the document, is no daemon any more")
    void docker_d(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("docker", "-d").stderr()).contains("unknown shorthand flag: 'd' in -d");
    }

    @Test
    @Scenario(id = "G5.7", title = "ca client-key.pem, as in the document, is cp misspelt, and no command")
    void ca_is_no_command(@Netns("node") NetworkNamespace node, @TempDir Path directory) {
        CommandResult copied = Certificates.shell(node, directory, "touch client-key.pem; ca client-key.pem key.pem");

        assertThat(copied.exitCode()).isEqualTo(127);
        assertThat(directory.resolve("key.pem")).doesNotExist();
    }
}
