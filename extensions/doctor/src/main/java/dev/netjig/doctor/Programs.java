package dev.netjig.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of this machine. They are asked for nothing but their version. */
final class Programs {

    /** An ordinary user's PATH on Debian has no sbin. */
    private static final String SBIN = ":/usr/local/sbin:/usr/sbin:/sbin";

    private Programs() {}

    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of((path + SBIN).split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first line of what it says about itself, or that it says nothing. */
    static String version(Path program, String option) {
        try {
            Process process = new ProcessBuilder(program.toString(), option)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return program + " (does not tell its version)";
            }
            return firstLine(process)
                    .map(line -> program + " (" + line + ")")
                    .orElse(program + " (does not tell its version)");
        } catch (IOException refused) {
            return program + " (cannot be run: " + refused.getMessage() + ")";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return program.toString();
        }
    }

    private static Optional<String> firstLine(Process process) throws IOException {
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return process.exitValue() == 0 ? lines.stream().findFirst() : Optional.empty();
    }
}
