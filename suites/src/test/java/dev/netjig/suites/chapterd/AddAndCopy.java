package dev.netjig.suites.chapterd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.sun.net.httpserver.HttpServer;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.suites.docker.Build;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.docker.NameServer;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ADD and COPY make of an archive, a URL, a directory and a pattern. The document's web server is in the testbed. */
@Internet
@DockerEngine(images = "nginx:alpine")
@NeedsRoot(NeedsRoot.ENGINE)
class AddAndCopy {

    private static final String DOCUMENTS_SERVER = "ahnseungkyu.com";

    private static final String LIST = "cd / && find app data -type f -exec stat -c '%a %n' {} + | sort -k 2";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Docker docker;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer web;

    @SuppressWarnings("NullAway.Init")
    private static NameServer names;

    @SuppressWarnings("NullAway.Init")
    private static Build document;

    @SuppressWarnings("NullAway.Init")
    private static Build others;

    @BeforeAll
    static void build(Engine engine, @Netns("internet") NetworkNamespace internet) throws IOException {
        Documents.copy(AddAndCopy.class, "instructions", directory);
        Path archive = directory.resolve("source.tar");
        internet.exec("tar", "-C", directory.resolve("tree").toString(), "-cf", archive.toString(), "dir")
                .orThrow();
        byte[] tar = Files.readAllBytes(archive);
        web = internet.open(() -> HttpServer.create(new InetSocketAddress("10.0.0.1", 80), 0));
        serve("/release", "the release\n".getBytes(StandardCharsets.UTF_8));
        serve("/source.tar", tar);
        web.start();
        names = NameServer.in(engine.netns(), Map.of(DOCUMENTS_SERVER, InetAddress.getByName("10.0.0.1")));
        docker = new Docker(engine);
        document = docker.build(directory);
        others = docker.build(directory, "Dockerfile.others");
    }

    private static void serve(String path, byte[] content) {
        web.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
    }

    @AfterAll
    static void stop() {
        names.close();
        web.stop(0);
    }

    @Test
    @Scenario(
            id = "D5.1",
            title = "ADD unpacks an archive and downloads a URL, for its owner only; COPY takes the rest as it is")
    void the_document() {
        assertThat(docker.run(document.image(), "sh", "-c", LIST).output()).isEqualTo("""
            644 app/conf/nginx.conf
            644 app/conf/sub/site.conf
            644 app/conf/z.js
            644 app/dir/f.txt
            644 app/x.js
            644 app/y.js
            600 data/release
            """);
        assertThat(docker.run(document.image(), "cat", "/app/dir/f.txt", "/data/release")
                        .output())
                .isEqualTo("from the archive\nthe release\n");
    }

    @Test
    @Scenario(id = "D5.2", title = "COPY does not unpack an archive, nor does ADD one that it has downloaded")
    void archives_that_stay() {
        assertThat(docker.run(others.image(), "sh", "-c", "cd / && find app data -type f | sort")
                        .output())
                .isEqualTo("app/source.tar\ndata/source.tar\n");
        assertThat(docker.run(others.image(), "cmp", "/app/source.tar", "/data/source.tar")
                        .exitCode())
                .isZero();
    }

    @Test
    @Scenario(
            id = "D5.3",
            title = "each ADD and COPY of the document makes a layer on those of nginx:alpine and of its RUN")
    void layers() {
        assertThat(docker.layers(document.image()))
                .hasSize(docker.layers("nginx:alpine").size() + 1 + 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADD http://ahnseungkyu.com/no-such-file /data/ | 404 Not Found",
                "ADD http://no-such-host.example/release /data/ | lookup no-such-host.example",
                "COPY ./*.py /app/ | COPY failed: no source files were specified",
                "COPY no-such-file /app/ | stat no-such-file: file does not exist"
            })
    @Scenario(id = "D5.4", title = "what cannot be added or copied fails the build, with the reason")
    void what_is_not_there(String instruction, String error, @TempDir Path empty) throws IOException {
        Files.writeString(empty.resolve("Dockerfile"), "FROM nginx:alpine\n" + instruction + "\n");

        assertThat(docker.build(empty).error()).get(STRING).contains(error);
    }
}
