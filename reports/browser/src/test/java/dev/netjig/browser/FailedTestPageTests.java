package dev.netjig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows a person from the overview to a failed test and to what it has left. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD) // one browser
class FailedTestPageTests {

    private FixtureSite site;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        browser = Browser.start(directory.resolve("browser"));
        site = FixtureSite.make(directory.resolve("project"));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void the_overview_says_how_many_failed() {
        browser.open(site.index(), 1400);

        assertThat(browser.find("h1").getText()).isEqualTo("1 test failed");
        assertThat(browser.all(".failure")).hasSize(1);
        assertThat(browser.find(".failure").getText()).contains("dropped it");
        assertThat(browser.find("#skipped").getText()).contains("on a rainy day only");
        browser.wasQuiet();
    }

    @Test
    void a_failed_test_shows_its_explanation() {
        failed(1400);

        assertThat(browser.find("h1").getText()).isEqualTo("red reaches blue");
        assertThat(browser.find(".explanation").getText())
                .contains("cause (proven): node: the policy of chain ip netjig FORWARD")
                .contains("remedy: ");
        browser.wasQuiet();
    }

    @Test
    void a_failed_test_shows_its_picture() {
        failed(1400);

        assertThat(browser.script("const image = document.querySelector('.picture img');"
                        + " return image.complete && image.naturalWidth > 100 && image.clientWidth > 100;"))
                .isEqualTo(true);
        browser.wasQuiet();
    }

    @Test
    void its_capture_downloads_and_can_be_read() throws Exception {
        failed(1400);

        browser.click(".files a[href$='.pcapng']");

        assertThat(tcpdump(browser.downloaded("capture.pcapng")))
                .contains("192.168.0.2 > 192.168.0.3: ICMP echo request");
    }

    @Test
    void its_script_can_be_read_on_the_page() {
        failed(1400);

        assertThat(browser.script("return [...document.querySelectorAll('details.text')]"
                                + ".filter(d => d.querySelector('summary').textContent.includes('rebuild.sh'))"
                                + ".map(d => d.querySelector('pre').textContent).join()")
                        .toString())
                .contains("ip netns add red");
    }

    @Test
    void an_expected_failure_is_marked_as_proven() {
        browser.open(site.index(), 1400);

        assertThat(browser.find(".c-expected-failures-proven dd").getText()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1400})
    void nothing_of_a_failed_test_is_wider_than_the_window(int width) throws IOException {
        failed(width);
        browser.screenshot(Screenshots.file("failed-test-" + width));

        assertThat(browser.overflow()).isEqualTo(List.of());
    }

    private void failed(int width) {
        browser.open(site.index(), width);
        browser.find(".failure h3 a").click();
    }

    private static String tcpdump(Path capture) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("tcpdump", "-nr", capture.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
        return said;
    }
}
