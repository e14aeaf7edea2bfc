package dev.netjig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of one test's own. It notes what it is asked to load and what goes wrong in a page. */
final class Browser implements AutoCloseable {

    private static final List<String> BROWSERS = List.of("chromium", "google-chrome");
    /** {@code chrome:} is the browser's own first page. */
    private static final Pattern STAYS_HERE = Pattern.compile("(file|data|blob|about|chrome):.*", Pattern.DOTALL);

    private static final int HEIGHT = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Held on to, or what is set here would be forgotten: Selenium warns of a protocol that it need not know. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /**
     * Starts one. Without a browser on this machine, the test is skipped; with {@code netjig.strict} it fails.
     *
     * @param directory for its profile and for what it downloads
     */
    static Browser start(Path directory) throws IOException {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> Programs.find(name).stream()).findFirst();
        Optional<Path> driver = Programs.find("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String message = "This machine cannot run the test: "
                    + (browser.isEmpty() ? "neither chromium nor google-chrome" : "no chromedriver")
                    + " on the PATH. Install it: vagrant/provision.sh";
            if (Boolean.getBoolean("netjig.strict")) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        Path downloads = Files.createDirectories(directory.resolve("downloads"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options(browser.orElseThrow(), directory)), downloads);
    }

    private static ChromeOptions options(Path browser, Path directory) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        // No sandbox: Chromium has none for root. No shared memory of the machine: containers have little.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                // What it would ask the network for by itself.
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--user-data-dir=" + directory.resolve("profile"));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        directory.resolve("downloads").toString()));
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Opens a file, in a window that is {@code width} pixels wide. */
    Browser open(Path page, int width) {
        // A window of Chromium cannot be as narrow as a telephone, its page can.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        driver.get(page.toUri().toString());
        return this;
    }

    /** Clicks on what is not in the window yet: Selenium's own click misses what a page scrolls to smoothly. */
    void click(String selector) {
        WebElement element = find(selector);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    /** Waits until a file of this name is downloaded whole. */
    Path downloaded(String name) {
        Path file = downloads.resolve(name);
        until(() -> Files.exists(file));
        return file;
    }

    /** Waits until it is so. */
    void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    /** As if the person preferred {@code scheme}: {@code light}, {@code dark}. */
    Browser prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What a script that returns something returns. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The elements that reach beyond the window, where the page can be moved sideways. */
    Object overflow() {
        return script("""
                const wide = document.documentElement.scrollWidth > innerWidth;
                return wide ? [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                    .map(e => e.tagName + '.' + e.className).slice(0, 10) : [];
                """);
    }

    /** A picture of the whole page. */
    void screenshot(Path file) throws IOException {
        Object whole = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, OutputType.BYTES.convertFromBase64Png(String.valueOf(whole)));
    }

    /** Asserts that no page had an error, and that nothing but files was asked for, since the last call. */
    void wasQuiet() {
        assertThat(entries(LogType.BROWSER).map(LogEntry::toString))
                .as("console")
                .isEmpty();
        assertThat(entries(LogType.PERFORMANCE)
                        .map(LogEntry::getMessage)
                        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                        .map(message -> message.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1")))
                .as("requests")
                .isNotEmpty()
                .allMatch(url -> STAYS_HERE.matcher(url).matches());
    }

    private Stream<LogEntry> entries(String type) {
        return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
