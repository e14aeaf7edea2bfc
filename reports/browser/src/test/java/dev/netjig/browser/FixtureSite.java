package dev.netjig.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.reports.run.RunListener;
import dev.netjig.reports.site.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The site of a build with one module, in which the tests of {@link FailureTestCase} have run.
 *
 * @param said what making it has printed
 */
record FixtureSite(Path directory, String said) {

    private static final String TARGET = "target";

    /** Runs the tests and makes the site, in {@code project}. */
    static FixtureSite make(Path project) throws IOException {
        Path module = Files.createDirectories(project.resolve("module"));
        Files.writeString(module.resolve("pom.xml"), "");
        Path target = module.resolve(TARGET);
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(RunListener.into(target.resolve("results"), "netjig-fixture"))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(FailureTestCase.class))
                        .configurationParameter(
                                "junit.platform.reporting.output.dir",
                                target.resolve("junit").toString())
                        .build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                print,
                print,
                project.toString(),
                TARGET,
                Instant.EPOCH.toString(),
                System.getProperty("netjig.allure", "no allure"),
                "history");
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(said).isNotEqualTo(2);
        return new FixtureSite(project.resolve(TARGET).resolve("report"), said);
    }

    Path index() {
        return directory.resolve("index.html");
    }
}
