package dev.netjig.reports.run;

import dev.netjig.reports.Paint;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where progress is shown: on the terminal of the person who started the build, in one line that is written over, or in the
 * build's output, in a line every so often.
 *
 * @param rewrites whether a line can be written over
 */
record Screen(PrintStream out, boolean rewrites, Paint paint, int width) {

    /** {@code lines}: never write over a line; {@code off}: nothing but failures. */
    static final String PROPERTY = "netjig.progress";

    private static final int NARROW = 79;

    static Screen ofThisBuild() {
        String output = standardOutputOfTheBuild();
        Screen lines = new Screen(System.out, false, Paint.PLAIN, NARROW);
        if (!isForAPerson(System.getenv(), System.getProperty(PROPERTY, ""), output)) {
            return lines;
        }
        try {
            FileOutputStream terminal = new FileOutputStream(output);
            return new Screen(
                    new PrintStream(terminal, false, StandardCharsets.UTF_8),
                    true,
                    Paint.of(System.getenv(), output),
                    NARROW);
        } catch (IOException e) {
            return lines; // somebody else's terminal
        }
    }

    /** @param output what the build's standard output leads to */
    static boolean isForAPerson(Map<String, String> environment, String wanted, String output) {
        boolean terminal = output.startsWith("/dev/pts/") || output.startsWith("/dev/tty");
        return terminal
                && wanted.isEmpty()
                && environment.getOrDefault("CI", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    static boolean isOff() {
        return System.getProperty(PROPERTY, "").equals("off");
    }

    /** A JVM with tests talks to Maven through a pipe; Maven, the nearest JVM above it, talks to the terminal. */
    private static String standardOutputOfTheBuild() {
        Optional<ProcessHandle> at = ProcessHandle.current().parent();
        while (at.isPresent()) {
            ProcessHandle process = at.get();
            if (process.info().command().filter(name -> name.endsWith("/java")).isPresent()) {
                return target(Path.of("/proc/" + process.pid() + "/fd/1"));
            }
            at = process.parent();
        }
        return "";
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
