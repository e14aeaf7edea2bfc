package dev.netjig.evidence;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.CapturedPacket;
import dev.netjig.testbed.CommandRun;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * A test that has ended, and what happened in its testbed meanwhile.
 *
 * @param name what people call the test, for example {@code TwoNamespaces#red_reaches_blue}
 * @param failure what a test that failed or was aborted threw
 * @param detail how much evidence is wanted
 * @param testbed alive while exhibits are collected, and gone when they are written. Where its set-up failed, it has only
 *     what was set up before
 * @param observations the probes that were watched, in order, with what became of them
 * @param commands those that were run, in order
 * @param packets those that were captured, in the order of time
 */
public record Case(
        String name,
        Verdict verdict,
        Optional<Throwable> failure,
        Detail detail,
        Testbed testbed,
        List<Observation> observations,
        List<CommandRun> commands,
        List<CapturedPacket> packets) {

    public Case {
        observations = List.copyOf(observations);
        commands = List.copyOf(commands);
        packets = List.copyOf(packets);
    }

    /** What the testbed was made from. */
    public Topology topology() {
        return testbed.topology();
    }

    public boolean isFull() {
        return detail == Detail.FULL;
    }

    /**
     * Where and why packets died, in order: those that were expected to and, last of all in a test that failed for it, the
     * one that was not.
     */
    public List<Explanation> explanations() {
        return observations.stream()
                .flatMap(observation -> observation.explanation().stream())
                .toList();
    }
}
