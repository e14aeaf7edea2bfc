package dev.netjig.evidence;

import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.CapturedPacket;
import dev.netjig.probe.Recording;
import dev.netjig.testbed.Journal;
import dev.netjig.testbed.RunningCommand;
import dev.netjig.testbed.Testbed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Opened when a test begins: tells what is this test's of all that happens in its testbed. */
public final class CaseFile {

    private final Testbed testbed;
    private final boolean shared;
    private final long begin;

    private CaseFile(Testbed testbed, boolean shared, long begin) {
        this.testbed = testbed;
        this.shared = shared;
        this.begin = begin;
    }

    /** For the only test of {@code testbed}: all that happens in it, and has happened. */
    public static CaseFile of(Testbed testbed) {
        return new CaseFile(testbed, false, 0);
    }

    /** For one of several tests of {@code testbed}: what the calling thread does in it from now on. */
    public static CaseFile ofOneOfMany(Testbed testbed) {
        return new CaseFile(testbed, true, testbed.journal().position());
    }

    public Testbed testbed() {
        return testbed;
    }

    /** The case as it is now, on the thread of the test. */
    public Case close(String name, Verdict verdict, Optional<Throwable> failure, Detail detail) {
        return new Case(
                name,
                verdict,
                failure,
                detail,
                testbed,
                events(Observation.class),
                events(RunningCommand.class).stream().map(RunningCommand::soFar).toList(),
                packets());
    }

    private List<CapturedPacket> packets() {
        return events(Recording.class).stream()
                .flatMap(recording -> recording.packets().stream())
                .sorted(Comparator.comparingLong(packet -> packet.sighting().timestamp()))
                .toList();
    }

    private <T> List<T> events(Class<T> kind) {
        Journal journal = testbed.journal();
        return shared ? journal.mineSince(begin, kind) : journal.since(begin, kind);
    }
}
