package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs what downloads packages, on the machine itself. */
final class Programs {

    private Programs() {}

    /** @param text what it printed, errors among it */
    record Output(int exitCode, String text) {}

    /**
     * Runs a program that is told nothing more than its arguments.
     *
     * @param remedy for a machine without it
     */
    static Output run(ProcessBuilder program, String remedy) throws IOException {
        Process process;
        try {
            process = program.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw ImageException.ofMachine(
                    "there is no program " + program.command().get(0) + " on this machine", remedy);
        }
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(await(process), text);
    }

    /** Its exit code. */
    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted while a program ran", "run again", e);
        }
    }
}
