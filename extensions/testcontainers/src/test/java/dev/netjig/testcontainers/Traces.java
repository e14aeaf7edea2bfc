package dev.netjig.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whatever an engine may leave on a machine, by the name of its directory. */
final class Traces {

    private Traces() {}

    /** What carries {@code mark}: processes, mounts, control groups. */
    static List<String> of(String mark) {
        List<String> traces = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> read("/proc/" + process.pid() + "/cmdline").contains(mark))
                .filter(process -> !read("/proc/" + process.pid() + "/stat").contains(") Z "))
                .forEach(process -> traces.add("process " + process.pid()));
        read("/proc/self/mountinfo").lines().filter(line -> line.contains(mark)).forEach(traces::add);
        try (Stream<Path> groups = Files.find(
                Path.of("/sys/fs/cgroup"),
                4,
                (path, attributes) -> path.toString().contains(mark))) {
            groups.forEach(path -> traces.add(path.toString()));
        } catch (IOException | UncheckedIOException changedMeanwhile) {
            traces.add("cannot look at the control groups: " + changedMeanwhile);
        }
        return traces;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
