package dev.netjig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** The site that this build has made just before. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD) // one browser
class ReportOfThisBuildTests {

    /** What a page loads by itself, from elsewhere. */
    private static final Pattern LOADS =
            Pattern.compile("(?i)(\\bsrc\\s*=\\s*[\"']?(https?:)?//|<link[^>]+href\\s*=\\s*[\"']?(https?:)?//"
                    + "|url\\(\\s*[\"']?(https?:)?//|@import\\s+[\"'](https?:)?//|fetch\\(\\s*[\"'](https?:)?//"
                    + "|googletagmanager|google-analytics)");

    private final Path report = Path.of(System.getProperty("netjig.report", "../../target/report"))
            .toAbsolutePath()
            .normalize();

    private Browser browser;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        boolean present = Files.exists(report.resolve("index.html"));
        String absent = "There is no report in " + report + ": this is no whole build. Make one: mvn verify";
        if (Boolean.getBoolean("netjig.strict")) {
            assertThat(present).as(absent).isTrue();
        }
        Assumptions.assumeTrue(present, absent);
        browser = Browser.start(directory);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void it_lists_every_scenario() throws IOException {
        browser.open(report.resolve("index.html"), 1400);

        assertThat(browser.all(".scenario").stream().map(one -> one.getDomAttribute("id")))
                .containsExactlyElementsOf(scenarios());
    }

    @Test
    void each_link_leads_to_a_file() {
        browser.open(report.resolve("index.html"), 1400);

        assertThat(browser.all("a[href]").stream()
                        .map(link -> link.getDomAttribute("href"))
                        .filter(address -> !address.startsWith("#"))
                        .filter(address -> !Files.exists(report.resolve(address))))
                .isEmpty();
    }

    @Test
    void the_filter_leaves_what_was_asked_for() {
        browser.open(report.resolve("index.html"), 1400);

        browser.find(".filter [type=search]").sendKeys("no scenario has these words");

        assertThat(browser.all(".scenario").stream().filter(WebElement::isDisplayed))
                .isEmpty();
        assertThat(browser.find(".none").isDisplayed()).isTrue();
        browser.wasQuiet();
    }

    @ParameterizedTest
    @CsvSource({"400, light", "1400, light", "400, dark", "1400, dark"})
    void nothing_is_wider_than_the_window(int width, String scheme) throws IOException {
        browser.prefers(scheme).open(report.resolve("index.html"), width);
        browser.screenshot(Screenshots.file("overview-" + width + "-" + scheme));

        assertThat(browser.overflow()).isEqualTo(List.of());
        browser.wasQuiet();
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(report)) {
            files = all.filter(file -> file.toString().matches(".*\\.(html|css|js|svg)"))
                    .toList();
        }
        List<String> loads = new ArrayList<>();
        for (Path file : files) {
            if (LOADS.matcher(Files.readString(file)).find()) {
                loads.add(file.toString());
            }
        }

        assertThat(files).isNotEmpty();
        assertThat(loads).isEmpty();
    }

    private List<String> scenarios() throws IOException {
        List<String> ids = new ArrayList<>();
        JsonNode table =
                new ObjectMapper().readTree(report.resolve("scenarios.json").toFile());
        table.path("chapters")
                .forEach(chapter -> chapter.path("scenarios")
                        .forEach(scenario -> ids.add(scenario.path("id").asText())));
        assertThat(ids).isNotEmpty();
        return ids;
    }
}
