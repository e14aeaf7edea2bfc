package dev.netjig.allure;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attaches each file that a test publishes ({@code ExtensionContext.publishFile}, {@code TestReporter.publishFile}) to the
 * test's result in Allure, with its media type. JUnit's launcher finds it by itself.
 *
 * <p>JUnit tells of a file on the thread of its test, on which Allure knows whose result it is. A file that is published
 * where there is none, by a class for example, is left where it is.
 */
public final class PublishedFiles implements TestExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedFiles.class);

    private static final String UNKNOWN = "application/octet-stream";

    private final AllureLifecycle allure;

    /** For the service loader. */
    public PublishedFiles() {
        this(Allure.getLifecycle());
    }

    PublishedFiles(AllureLifecycle allure) {
        this.allure = allure;
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        Path path = file.getPath();
        if (!test.isTest() || allure.getCurrentTestCase().isEmpty() || !Files.isRegularFile(path)) {
            return;
        }
        String name = String.valueOf(path.getFileName());
        String source = allure.prepareAttachment(name, mediaType(file), ending(name));
        try (InputStream content = Files.newInputStream(path)) {
            allure.writeAttachment(source, content);
        } catch (IOException e) {
            LOG.warn("cannot attach {} to the Allure result of {}", path, test.getDisplayName(), e);
        }
    }

    /** Allure's reports choose a view by the bare type, and read text as UTF-8 anyway. */
    private static String mediaType(FileEntry file) {
        return file.getMediaType().map(type -> type.split(";")[0].strip()).orElse(UNKNOWN);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
