package dev.netjig.suites.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The machine's network as the build's guard sees it, at a moment to compare with. */
final class HostState {

    private static final String STAMP = "sigkill";

    private final Path before;

    private HostState(Path before) {
        this.before = before;
    }

    /** Takes the state of now; {@code directory} is for the guard's files. */
    static HostState take(Path directory) throws IOException, InterruptedException {
        Path before = directory.resolve("host-before.txt");
        Process process = new ProcessBuilder("src/guard/host-state.sh", STAMP)
                .redirectOutput(before.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("exit code of host-state.sh").isZero();
        return new HostState(before);
    }

    /** Waits up to 5 s until the state is the same again. */
    void assertUnchanged() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("src/guard/compare.sh", before.toString(), STAMP)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).contains("netjig: host guard passed");
        assertThat(process.waitFor()).isZero();
    }
}
