package dev.netjig.evidence;

import dev.netjig.diagnosis.EvidenceTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code environment.txt} and {@code environment.json}: kernel, Java, tools, and how strong the evidence can be here. */
final class Environment implements ExhibitProvider {

    private static final class Holder {
        static final String KERNEL = read("/proc/sys/kernel/osrelease");
        static final Map<String, String> FACTS = facts();
    }

    @Override
    public List<Exhibit> exhibits(Case test) {
        return test.isFull()
                ? List.of(
                        Exhibit.text("environment.txt", Environment::text),
                        Exhibit.json("environment.json", () -> Json.of(json -> Json.strings(json, Holder.FACTS))))
                : List.of();
    }

    /** Its release, as {@code uname -r} prints it. */
    static String kernel() {
        return Holder.KERNEL;
    }

    private static String text() {
        return Holder.FACTS.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kernel", kernel() + " " + read("/proc/sys/kernel/version") + " " + System.getProperty("os.arch"));
        facts.put("distribution", distribution());
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("evidence tier", EvidenceTier.here().toString());
        ToolVersions.all().forEach(facts::put);
        return facts;
    }

    private static String distribution() {
        return read("/etc/os-release")
                .lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
