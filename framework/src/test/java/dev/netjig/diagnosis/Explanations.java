package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Probe;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;

/** Builds a network, sends one probe in it, and hands out what the diagnosis made of its death. */
final class Explanations {

    private Explanations() {}

    /** What is to be done to the live network before the probe. */
    @FunctionalInterface
    interface Change {
        void apply(Testbed testbed) throws Exception;
    }

    static Explanation of(Topology.Builder network, String from, String to) {
        return of(network, testbed -> {}, from, to);
    }

    static Explanation of(Topology.Builder network, Change change, String from, String to) {
        return of(network, change, from, Endpoint.icmp(to));
    }

    static Explanation of(Topology.Builder network, Change change, String from, Endpoint to) {
        try (Testbed testbed = Testbed.create(network.build())) {
            change.apply(testbed);
            return of(Probe.of(testbed.netns(from), to));
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Explanation of(Probe probe) {
        Observation observation = Diagnosis.observe(probe);
        assertThat(observation.explanation())
                .as("the explanation; the probe met: " + observation.result() + "\n" + observation.path())
                .isPresent();
        return observation.explanation().get();
    }

    /** The cause, which must be proven. */
    static Cause proven(Explanation explanation) {
        assertThat(explanation.confidence()).as(explanation.text()).isEqualTo(Confidence.PROVEN);
        return explanation.cause();
    }
}
