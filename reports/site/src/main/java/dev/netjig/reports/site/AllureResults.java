package dev.netjig.reports.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.netjig.reports.Outcome;
import dev.netjig.reports.TestRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Allure's results, completed by what only netjig knows: proven causes, and the way to a test's page. */
final class AllureResults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AllureResults() {}

    /** @param runs by the test's id, those that have a page */
    static void complete(Path directory, Map<String, TestRun> runs) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*-result.json")) {
            for (Path file : files) {
                if (JSON.readTree(file.toFile()) instanceof ObjectNode result) {
                    TestRun run = runs.get(uniqueId(result));
                    if (run != null) {
                        complete(result, run);
                        JSON.writeValue(file.toFile(), result);
                    }
                }
            }
        }
    }

    private static String uniqueId(JsonNode result) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals("junit.platform.uniqueid")) {
                return label.path("value").asText();
            }
        }
        return "";
    }

    private static void complete(ObjectNode result, TestRun run) {
        if (run.outcome() == Outcome.PROVEN) {
            result.putObject("statusDetails").put("message", AllureCategories.PROVEN + String.join("\n", run.causes()));
        }
        result.putArray("links")
                .addObject()
                .put("name", "the test’s page in netjig’s report")
                .put("url", "../" + Page.address(run))
                .put("type", "custom");
    }
}
