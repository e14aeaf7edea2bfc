package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The packages of the machine's distribution. They are downloaded, never installed: the machine does not change. */
final class Distribution {

    private static final String REMEDY =
            "stand-ins are made from the packages of Debian and Ubuntu: check the network and the sources in /etc/apt,"
                    + " or run where the engine can pull, with -Dnetjig.images=pull";

    private Distribution() {}

    static String name() {
        try (Stream<String> lines = Files.lines(Path.of("/etc/os-release"))) {
            return lines.filter(line -> line.startsWith("ID=") || line.startsWith("VERSION_ID="))
                    .sorted()
                    .toList()
                    .toString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * Downloads packages and what they depend on into {@code directory}; apt checks them against its signed lists.
     *
     * @return the files in the order of their names
     */
    static List<Path> download(List<String> packages, Path directory) throws IOException {
        // To an empty machine, so that what is installed on this one comes too.
        Path status = Files.createFile(directory.resolve("status"));
        Files.createDirectories(directory.resolve("archives/partial"));
        List<String> options = List.of(
                "apt-get",
                "-q",
                "-y",
                "-o",
                "Dir::State::status=" + status,
                "-o",
                "Dir::Cache=" + directory,
                "-o",
                "Debug::NoLocking=1",
                "-o",
                "APT::Sandbox::User=root",
                "-o",
                "APT::Install-Recommends=0",
                "-o",
                "Acquire::Retries=3");
        List<String> install = new ArrayList<>(List.of("--download-only", "install"));
        install.addAll(packages);
        Programs.Output first = run(options, install);
        if (first.exitCode() != 0) {
            // No lists, or outdated ones. Those of the machine stay as they are.
            Path lists = Files.createDirectories(directory.resolve("lists/partial"));
            List<String> own = new ArrayList<>(options);
            own.addAll(List.of("-o", "Dir::State::lists=" + Objects.requireNonNull(lists.getParent())));
            Programs.Output update = run(own, List.of("update"));
            Programs.Output second = run(own, install);
            if (second.exitCode() != 0) {
                throw new ImageException(
                        "cannot download the packages " + String.join(", ", packages) + ":\n  "
                                + complaints(first.text() + update.text() + second.text()),
                        REMEDY);
            }
        }
        try (Stream<Path> files = Files.list(directory.resolve("archives"))) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static String complaints(String output) {
        List<String> lines =
                output.lines().filter(line -> line.startsWith("E:")).distinct().toList();
        return lines.isEmpty() ? output.strip() : String.join("\n  ", lines);
    }

    private static Programs.Output run(List<String> options, List<String> words) throws IOException {
        List<String> line = new ArrayList<>(options);
        line.addAll(words);
        ProcessBuilder apt = new ProcessBuilder(line);
        apt.environment().put("LC_ALL", "C");
        return Programs.run(apt, REMEDY);
    }
}
