package dev.netjig.suites.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts JVMs to see how long each takes for its first topology. */
final class FreshJvm {

    private FreshJvm() {}

    static void report(int jvms) throws IOException, InterruptedException {
        Samples setUp = new Samples();
        Samples ping = new Samples();
        for (int i = 0; i < jvms; i++) {
            String[] words = run().split(" ");
            if (!words[2].equals("true")) {
                throw new IllegalStateException("red did not reach blue");
            }
            setUp.add(Double.parseDouble(words[0]));
            ping.add(Double.parseDouble(words[1]));
        }
        System.out.println();
        System.out.println("in a fresh JVM; ms, median of " + jvms + " (quartiles)");
        System.out.println("from main to the first topology being up: " + setUp);
        System.out.println("the first ping:                           " + ping);
    }

    private static String run() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FirstTopology.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || output.split(" ").length != 3) {
            throw new IllegalStateException("the JVM printed: " + output);
        }
        return output;
    }
}
