package dev.netjig.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the doctor found on a machine.
 *
 * @param machine what it is: kernel, distribution, Java …
 */
record Examination(Map<String, String> machine, List<Finding> findings) {

    static Examination of(Machine machine) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("architecture", System.getProperty("os.arch"));
        machine.read("/etc/os-release")
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith("PRETTY_NAME="))
                        .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                        .findFirst())
                .ifPresent(name -> about.put("distribution", name));
        about.put("java", "Java " + System.getProperty("java.version"));
        List<Finding> findings = new ArrayList<>(new Privileges(machine).findings());
        findings.addAll(new Kernel(machine).findings());
        findings.addAll(Tools.findings());
        return new Examination(about, List.copyOf(findings));
    }

    long count(State state) {
        return findings.stream().filter(finding -> finding.is(state)).count();
    }

    /** Whether tests can run; {@code all}: whether every test can. */
    boolean isFit(boolean all) {
        return count(State.MISSING) == 0 && !(all && count(State.LIMITED) > 0);
    }
}
