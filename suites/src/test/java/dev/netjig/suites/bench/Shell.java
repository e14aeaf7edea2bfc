package dev.netjig.suites.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A shell in network and mount namespaces of its own, with a {@code /run/netns} and {@code /sys} of its own, that stays
 * open: what it runs is timed without the cost of starting it. All that it made goes with it.
 */
final class Shell implements AutoCloseable {

    private final Process process;
    private final Writer stdin;
    private final BufferedReader stdout;

    private Shell(Process process) {
        this.process = process;
        this.stdin = process.outputWriter(StandardCharsets.UTF_8);
        this.stdout = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Shell open() throws IOException {
        Shell shell = new Shell(new ProcessBuilder("unshare", "--net", "--mount", "sh")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        shell.run("mount -t sysfs sysfs /sys && mount -t tmpfs tmpfs /run && mkdir /run/netns");
        return shell;
    }

    /** Runs {@code script}, which may define functions for later. */
    void run(String script) throws IOException {
        stdin.write(script + "\necho exit $?\n");
        stdin.flush();
        String answer = String.valueOf(stdout.readLine());
        if (!answer.equals("exit 0")) {
            throw new IllegalStateException("`" + script + "` ended with: " + answer);
        }
    }

    /** How long {@code command} takes, in milliseconds. */
    double time(String command) throws IOException {
        long start = System.nanoTime();
        run(command);
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() throws IOException {
        stdin.close();
        process.onExit().join();
    }
}
