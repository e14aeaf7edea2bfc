package dev.netjig.reports.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the Allure report by Allure's own command line, as one file that needs no server.
 *
 * @param home the unpacked command line
 * @param results the directories with results
 * @param work a directory of this build, for what is added to the results
 * @param history what earlier runs have left
 */
record Allure(Path home, List<Path> results, Path work, AllureHistory history) {

    private static final long PATIENCE_SECONDS = 180;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** There is no report, and this is why. */
    static final class Impossible extends Exception {

        private static final long serialVersionUID = 1L;

        Impossible(String reason) {
            super(reason);
        }
    }

    /** Writes {@code index.html} into {@code to}. */
    void generate(Path to, Map<String, String> environment) throws Impossible {
        List<Path> present = results.stream().filter(Allure::hasResults).toList();
        if (present.isEmpty()) {
            throw new Impossible("no test has left results for it");
        }
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new Impossible("its command line is not in " + home);
        }
        try {
            addTo(environment);
            run(to, present);
            history.keep(to.resolve("index.html"));
        } catch (IOException e) {
            throw new Impossible(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Impossible("interrupted");
        }
    }

    private static boolean hasResults(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith("-result.json"));
        } catch (IOException e) {
            return false;
        }
    }

    private void addTo(Map<String, String> environment) throws IOException {
        Files.createDirectories(work);
        Files.writeString(work.resolve("categories.json"), json(AllureCategories.all()));
        Files.writeString(
                work.resolve("environment.properties"),
                environment.entrySet().stream()
                        .map(fact -> fact.getKey().replace(' ', '_') + "=" + escape(fact.getValue()) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                work.resolve("executor.json"),
                json(Map.of("name", "netjig", "type", "maven", "buildName", "mvn verify", "reportName", "netjig")));
        history.restoreTo(Files.createDirectories(work.resolve("history")));
    }

    private void run(Path to, List<Path> present) throws IOException, InterruptedException, Impossible {
        Path log = work.resolve("allure.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                home.resolve("lib") + "/*" + File.pathSeparator + home.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--clean",
                "--single-file",
                "-o",
                to.toString(),
                work.toString()));
        present.forEach(directory -> command.add(directory.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("APP_HOME", home.toString());
        // Or the page would report to Google that it was opened.
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new Impossible("its command line took longer than " + PATIENCE_SECONDS + " s; see " + log);
        }
        if (process.exitValue() != 0 || !Files.isRegularFile(to.resolve("index.html"))) {
            throw new Impossible("its command line ended with " + process.exitValue() + ": "
                    + Files.readString(log, StandardCharsets.UTF_8).strip());
        }
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", " ");
    }

    private static String json(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }
}
