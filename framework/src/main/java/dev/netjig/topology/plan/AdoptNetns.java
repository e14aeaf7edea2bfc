package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import java.util.List;

/**
 * A network namespace that somebody else has made: {@code ip netns attach web PID}. The script takes the process from its
 * environment.
 *
 * @param netns its name
 * @param origin who asked for it
 */
public record AdoptNetns(String netns, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        String variable = "PID_" + netns.replaceAll("[^A-Za-z0-9_]", "_");
        return List.of("ip netns attach " + Shell.quote(netns) + " \"${" + variable
                + ":?must be the id of a process whose network is to be " + netns + "}\"");
    }

    @Override
    public String toString() {
        return "adopt netns " + netns;
    }
}
