package dev.netjig.doctor;

import dev.netjig.jupiter.MachineLimits;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * Builds a small topology, as a test would, and removes it. A module that is not loaded is left so: then nothing is
 * tried.
 *
 * @param name of the finding
 * @param modules that it uses
 * @param lack how it stands if the topology cannot be built
 */
record Trial(String name, String why, List<String> modules, State lack, Topology topology) {

    private static final String ELSEWHERE = "vagrant/provision.sh installs what netjig's own suites need";
    private static final String REMEDY = "\n  remedy: ";

    Finding run(Machine machine) {
        Optional<String> unloaded = modules.stream().filter(machine::isUnloaded).findFirst();
        if (unloaded.isPresent()) {
            return notTried(
                    "it would load the kernel module " + unloaded.get(), "sudo modprobe " + String.join(" ", modules));
        }
        Finding works = Finding.ok(Area.KERNEL, name, "works", why);
        try {
            Testbed.create(topology).close();
            return works;
        } catch (RuntimeException | LinkageError failed) {
            return failed(works, MachineLimits.reason(failed).orElse(String.valueOf(failed.getMessage())));
        }
    }

    Finding notTried(String because, String remedy) {
        return Finding.ok(Area.KERNEL, name, "", why).but(State.UNKNOWN, "not tried: " + because, remedy);
    }

    /** In one line, without the step that it happened in. */
    private Finding failed(Finding works, String text) {
        int remedy = text.indexOf(REMEDY);
        String before = remedy < 0 ? text : text.substring(0, remedy);
        String cure = remedy < 0 ? ELSEWHERE : text.substring(remedy + REMEDY.length());
        return works.but(lack, before.lines().findFirst().orElse(text), cure.strip());
    }
}
