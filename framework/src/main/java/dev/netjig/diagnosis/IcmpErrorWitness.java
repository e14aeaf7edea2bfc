package dev.netjig.diagnosis;

import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.util.Optional;

/** What the routers on the way told the sender. */
final class IcmpErrorWitness implements Witness {

    private static final int TIME_EXCEEDED = 11;

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.result().errors().stream()
                .filter(error -> !error.local() && error.type() == TIME_EXCEEDED)
                .findFirst()
                .map(error -> Finding.proven(
                        new Cause.TtlExpired(author(scene, error)),
                        new Evidence("icmp", "the sender received: " + error)));
    }

    /** Where the error was made: several namespaces may have the address that it comes from. */
    private static String author(Scene scene, IcmpError error) {
        return scene.trail().errors().stream()
                .filter(Sighting::isOutgoing)
                .findFirst()
                .map(Sighting::netns)
                .or(() -> error.offender().map(IpLiteral::format))
                .orElse("?");
    }
}
