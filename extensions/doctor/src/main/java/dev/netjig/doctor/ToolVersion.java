package dev.netjig.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a program says about itself. */
final class ToolVersion {

    private ToolVersion() {}

    /** The first line of what it says about itself, or that it says nothing. */
    static String of(Path program, String option) {
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
