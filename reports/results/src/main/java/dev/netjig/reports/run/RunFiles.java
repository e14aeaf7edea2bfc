package dev.netjig.reports.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.netjig.reports.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files through which a JVM with tests hands over what became of them: for a process 17, {@code 17.tests.jsonl} with a
 * {@link TestRun} a line, {@code 17.files.jsonl} with a {@link RunFile} a line, {@code 17.jvm.json} with its {@link RunJvm}.
 */
public final class RunFiles {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final String TESTS = ".tests.jsonl";
    private static final String FILES = ".files.jsonl";
    private static final String JVM = ".jvm.json";

    private RunFiles() {}

    /** What the JVMs that wrote into some directories have to tell. */
    public record Read(List<TestRun> tests, List<RunFile> files, List<RunJvm> jvms) {

        public Read {
            tests = List.copyOf(tests);
            files = List.copyOf(files);
            jvms = List.copyOf(jvms);
        }
    }

    /** Writes the files of this JVM. */
    static final class Writers {

        private final Path directory;
        private final Writer tests;
        private final Writer files;

        Writers(Path directory) throws IOException {
            this.directory = Files.createDirectories(directory);
            this.tests = Files.newBufferedWriter(path(TESTS));
            this.files = Files.newBufferedWriter(path(FILES));
        }

        synchronized void test(TestRun test) {
            append(tests, test);
        }

        synchronized void file(RunFile file) {
            append(files, file);
        }

        synchronized void jvm(RunJvm jvm) {
            try {
                Files.writeString(path(JVM), JSON.writeValueAsString(jvm));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write about this JVM into " + directory, e);
            }
        }

        private Path path(String suffix) {
            return directory.resolve(ProcessHandle.current().pid() + suffix);
        }

        /** Flushed at once: what is known of a JVM that dies is what it has written. */
        private void append(Writer to, Object line) {
            try {
                to.write(JSON.writeValueAsString(line) + "\n");
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the result of a test into " + directory, e);
            }
        }
    }

    /** What is in {@code directories}, but for what is older than {@code since}; one that does not exist has none. */
    public static Read read(List<Path> directories, Instant since) throws IOException {
        List<TestRun> tests = new ArrayList<>();
        List<RunFile> files = new ArrayList<>();
        List<RunJvm> jvms = new ArrayList<>();
        for (Path directory : directories) {
            for (Path file : list(directory, since)) {
                String name = file.getFileName().toString();
                if (name.endsWith(TESTS)) {
                    lines(file, TestRun.class, tests);
                } else if (name.endsWith(FILES)) {
                    lines(file, RunFile.class, files);
                } else if (name.endsWith(JVM)) {
                    jvms.add(JSON.readValue(file.toFile(), RunJvm.class));
                }
            }
        }
        return new Read(tests, files, jvms);
    }

    private static List<Path> list(Path directory, Instant since) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> young = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory).sorted()) {
            for (Path file : all.toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    young.add(file);
                }
            }
        }
        return young;
    }

    /** The last line of a JVM that was killed may be half a line. */
    private static <T> void lines(Path file, Class<T> type, List<T> into) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                into.add(JSON.readValue(lines.get(i), type));
            } catch (IOException e) {
                if (i < lines.size() - 1) {
                    throw new IOException(file + ", line " + (i + 1) + ": no result of a test", e);
                }
            }
        }
    }
}
