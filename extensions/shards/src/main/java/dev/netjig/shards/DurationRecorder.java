package dev.netjig.shards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes to the file of {@code -Dnetjig.shard.record} how long each class takes, for a later run to be split by. JUnit finds
 * it by itself.
 */
public final class DurationRecorder implements TestExecutionListener {

    private volatile @Nullable Measurement measurement;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean outermost = RunningPlans.enter();
        boolean wanted = Settings.ofThisJvm().property(ShardSelection.RECORD).isPresent();
        measurement = outermost && wanted ? new Measurement(plan, System::nanoTime) : null;
    }

    @Override
    public void executionStarted(TestIdentifier started) {
        Measurement current = measurement;
        if (current != null) {
            current.started(started);
        }
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        Measurement current = measurement;
        if (current != null) {
            current.finished(finished);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        RunningPlans.leave();
        Measurement current = measurement;
        if (current != null) {
            Settings.ofThisJvm()
                    .property(ShardSelection.RECORD)
                    .ifPresent(file -> write(new DurationFile(Path.of(file.value())), current));
        }
    }

    private static void write(DurationFile file, Measurement measurement) {
        try {
            file.merge(measurement.millis());
        } catch (IOException e) {
            throw new UncheckedIOException("netjig: cannot record durations in " + file, e);
        }
    }
}
