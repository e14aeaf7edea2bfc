package dev.netjig.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Which versions of the programs that documents and tests use this machine has. */
final class ToolVersions {

    private static final List<List<String>> TOOLS = List.of(
            List.of("ip", "-V"),
            List.of("nft", "--version"),
            List.of("iptables-nft", "--version"),
            List.of("iptables-legacy", "--version"),
            List.of("conntrack", "--version"),
            List.of("tcpdump", "--version"),
            List.of("dockerd", "--version"));

    private static final int PATIENCE_SECONDS = 10;

    private ToolVersions() {}

    /** By the name of the program; of each the first line that it prints about itself. */
    static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        TOOLS.forEach(tool -> versions.put(tool.get(0), version(tool)));
        return versions;
    }

    private static String version(List<String> tool) {
        try {
            Process process = new ProcessBuilder(tool).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return printed.lines().findFirst().orElse("says nothing");
        } catch (IOException absent) {
            return "absent";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not asked: interrupted";
        }
    }
}
