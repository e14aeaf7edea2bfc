package dev.netjig.reports.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outcomes of earlier runs. Allure wants them among the results, and hands on the new ones inside its only file.
 *
 * @param directory outlives {@code mvn clean}
 */
record AllureHistory(Path directory) {

    private static final Pattern FILE = Pattern.compile("d\\('history/([a-z-]+\\.json)','([A-Za-z0-9+/=]*)'\\)");

    void restoreTo(Path history) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                Files.write(history.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    /** Reads it out of the report. */
    void keep(Path report) throws IOException {
        Matcher file = FILE.matcher(Files.readString(report, StandardCharsets.UTF_8));
        while (file.find()) {
            Files.createDirectories(directory);
            Files.write(directory.resolve(file.group(1)), Base64.getDecoder().decode(file.group(2)));
        }
    }
}
