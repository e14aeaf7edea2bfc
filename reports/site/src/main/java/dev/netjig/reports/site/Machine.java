package dev.netjig.reports.site;

import dev.netjig.reports.run.RunJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of the machine and of the JVMs that ran the tests. */
final class Machine {

    private static final Map<String, List<String>> TOOLS = tools();

    private Machine() {}

    /** Name and value, in the order in which they are shown. */
    static Map<String, String> facts(List<RunJvm> jvms) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Kernel", System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("Distribution", distribution());
        facts.put("Processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("JDK of the tests", each(jvms, RunJvm::java));
        facts.put("JUnit of the tests", each(jvms, RunJvm::junit));
        facts.put(
                "What the machine cannot run",
                jvms.stream().anyMatch(RunJvm::strict) ? "fails (netjig.strict=true)" : "is skipped");
        TOOLS.forEach((name, command) -> facts.put(name, version(command)));
        return facts;
    }

    private static String each(List<RunJvm> jvms, Function<RunJvm, String> fact) {
        return jvms.stream().map(fact).distinct().collect(Collectors.joining(", "));
    }

    private static Map<String, List<String>> tools() {
        Map<String, List<String>> tools = new LinkedHashMap<>();
        tools.put("iproute2", List.of("ip", "-V"));
        tools.put("nftables", List.of("nft", "--version"));
        tools.put("iptables", List.of("iptables", "--version"));
        tools.put("tcpdump", List.of("tcpdump", "--version"));
        tools.put("Docker", List.of("dockerd", "--version"));
        return tools;
    }

    private static String distribution() {
        try {
            return Files.readAllLines(Path.of("/etc/os-release")).stream()
                    .filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The first line that a tool says about itself. */
    private static String version(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            tool.getOutputStream().close();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.lines().findFirst().orElse("says nothing");
        } catch (IOException e) {
            return "not here";
        }
    }
}
