package dev.netjig.reports;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Makes the report of the scenarios: {@code Main <directory of the report> <directory with results>...}. Exits with 0 if
 * all scenarios that ran passed, 1 if some failed, 2 if none ran.
 */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        if (arguments.length < 2) {
            err.println("usage: Main <directory of the report> <directory with results>...");
            return Report.NO_REPORT;
        }
        try {
            return new Report(
                            Stream.of(arguments).skip(1).map(Path::of).toList(),
                            Path.of(arguments[0]),
                            Paint.forStandardOutput())
                    .make(out, err);
        } catch (IOException e) {
            err.println("netjig: cannot make the report: " + e);
            return Report.NO_REPORT;
        } finally {
            out.flush();
        }
    }

    /** The table has arrows and dashes; a build with LC_ALL=C shall not turn them into question marks. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
