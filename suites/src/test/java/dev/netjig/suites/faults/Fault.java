package dev.netjig.suites.faults;

import dev.netjig.assertions.Reason;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Ping;
import dev.netjig.probe.Probe;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A network with something wrong in it, the probe that dies of it, and why.
 *
 * @param id short and unique
 * @param title what is wrong, in one sentence without a full stop
 * @param seeds what is done to the live network, in order
 */
record Fault(
        String id, String title, Topology topology, List<Seed> seeds, Function<Testbed, Probe> probe, Reason reason) {

    Fault {
        seeds = List.copyOf(seeds);
    }

    static Draft of(String id, String title) {
        return new Draft(id, title);
    }

    /** The network with the fault in it. */
    Testbed sow() {
        Testbed testbed = Testbed.create(topology);
        try {
            for (Seed seed : seeds) {
                seed.sow(testbed);
            }
            return testbed;
        } catch (RuntimeException | Error failed) {
            testbed.close();
            throw failed;
        }
    }

    @Override
    public String toString() {
        return id + ": " + title;
    }

    /** A fault in the making. */
    static final class Draft {

        private final String id;
        private final String title;
        private final List<Seed> seeds = new ArrayList<>();
        private Topology topology = Topology.builder().build();
        private Function<Testbed, Probe> probe = testbed -> Ping.of(testbed.node(), "127.0.0.1");

        private Draft(String id, String title) {
            this.id = id;
            this.title = title;
        }

        Draft on(Topology.Builder network) {
            topology = network.build();
            return this;
        }

        /** Something that no declaration can say; a script for {@code sh} in {@code netns}. */
        Draft seed(String netns, String script) {
            return seed(
                    testbed -> testbed.netns(netns).shell("set -e\n" + script).orThrow());
        }

        Draft seed(Seed seed) {
            seeds.add(seed);
            return this;
        }

        Draft probe(String from, Endpoint to) {
            probe = testbed -> Probe.of(testbed.netns(from), to);
            return this;
        }

        Draft ping(String from, String to) {
            return probe(from, Endpoint.icmp(to));
        }

        /** A ping that is not the usual one. */
        Draft ping(String from, Function<NetworkNamespace, Ping> ping) {
            probe = testbed -> ping.apply(testbed.netns(from));
            return this;
        }

        Fault because(Reason reason) {
            return new Fault(id, title, topology, seeds, probe, reason);
        }
    }
}
