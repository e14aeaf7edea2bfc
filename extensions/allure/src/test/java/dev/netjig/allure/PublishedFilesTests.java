package dev.netjig.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PublishedFilesTests {

    private static final Pattern ATTACHMENT =
            Pattern.compile("\\{\"name\":\"([^\"]+)\",\"source\":\"([^\"]+)\",\"type\":\"([^\"]+)\"[^}]*}");

    @TempDir
    private Path results;

    @TempDir
    private Path output;

    static class PublishingTestCase {

        @Test
        void publishes(TestReporter reporter) {
            reporter.publishFile(
                    "topology.svg", MediaType.create("image", "svg+xml"), file -> Files.writeString(file, "<svg/>"));
            reporter.publishFile(
                    "journey.txt", MediaType.TEXT_PLAIN_UTF_8, file -> Files.writeString(file, "red → blue"));
            reporter.publishFile(
                    "capture.pcapng", MediaType.parse("application/x-pcapng"), file -> Files.writeString(file, "x"));
        }

        @AfterAll
        static void publishes_for_all(TestReporter reporter) {
            reporter.publishFile("class.txt", MediaType.TEXT_PLAIN, file -> Files.writeString(file, "of the class"));
        }
    }

    static class FailingTestCase {

        @Test
        void publishes_and_fails(TestReporter reporter) {
            reporter.publishFile("journey.txt", MediaType.TEXT_PLAIN_UTF_8, file -> Files.writeString(file, "lost"));
            throw new AssertionError("lost");
        }
    }

    @Test
    void files_are_attached_with_their_names_and_types() throws IOException {
        run(PublishingTestCase.class);

        assertThat(attachments().values())
                .containsExactlyInAnyOrder(
                        "topology.svg image/svg+xml <svg/>",
                        "journey.txt text/plain red → blue",
                        "capture.pcapng application/x-pcapng x");
        assertThat(attachments().keySet())
                .extracting(source -> source.substring(source.lastIndexOf('.')))
                .containsExactlyInAnyOrder(".svg", ".txt", ".pcapng");
    }

    @Test
    void files_of_a_test_that_failed_are_attached_too() throws IOException {
        run(FailingTestCase.class);

        assertThat(attachments().values()).containsExactly("journey.txt text/plain lost");
    }

    @Test
    void the_launcher_finds_it() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(PublishedFiles.class);
    }

    /** Attachments by their file: name, type and content. */
    private Map<String, String> attachments() throws IOException {
        Map<String, String> attachments = new TreeMap<>();
        for (Path file : results()) {
            Matcher attachment =
                    ATTACHMENT.matcher(Files.readString(file).replaceAll("\\s*\\n\\s*|(?<=[:,]) (?=\")", ""));
            while (attachment.find()) {
                String content = Files.readString(results.resolve(attachment.group(2)));
                attachments.put(attachment.group(2), attachment.group(1) + " " + attachment.group(3) + " " + content);
            }
        }
        return attachments;
    }

    private List<Path> results() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith("-result.json"))
                    .toList());
        }
    }

    private void run(Class<?> type) {
        AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(results));
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new AllureJunitPlatform(lifecycle), new PublishedFiles(lifecycle))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(type))
                        .configurationParameter(LauncherConstants.OUTPUT_DIR_PROPERTY_NAME, output.toString())
                        .build());
    }
}
