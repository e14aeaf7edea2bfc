package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as a script for {@code sh}. */
final class ShellScript {

    private ShellScript() {}

    static String of(Plan plan) {
        List<String> namespaces = plan.steps().stream()
                .filter(step -> step instanceof CreateNetns || step instanceof AdoptNetns)
                .map(step -> Shell.quote(step.netns()))
                .toList();
        StringBuilder script = new StringBuilder(header(namespaces));
        Optional<Origin> section = Optional.empty();
        for (Step step : plan.steps()) {
            if (!section.equals(Optional.of(step.origin()))) {
                section = Optional.of(step.origin());
                script.append("\n# ").append(oneLine(step.origin())).append('\n');
            }
            step.commands().forEach(command -> script.append(command).append('\n'));
        }
        return script.toString();
    }

    /** Everything lives in namespaces, so only their names can collide. */
    private static String header(List<String> namespaces) {
        String remove =
                namespaces.stream().map(netns -> "ip netns del " + netns).collect(Collectors.joining("; "));
        return """
                #!/bin/sh
                # Made by netjig: builds its topology by hand. Run it as root.
                # It touches nothing outside its namespaces. To remove everything:
                #   %s
                set -eu

                for netns in %s; do
                    if [ -e "/run/netns/$netns" ]; then
                        echo "A namespace $netns exists already: nothing was done." >&2
                        exit 1
                    fi
                done
                """.formatted(remove, String.join(" ", namespaces));
    }

    private static String oneLine(Origin origin) {
        return origin.toString().replaceAll("\\p{Cntrl}+", " ");
    }
}
