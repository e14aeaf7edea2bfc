package dev.netjig.diagnosis;

import dev.netjig.probe.IcmpError;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
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

    private static String author(Scene scene, IcmpError error) {
        return error.offender()
                .flatMap(offender -> scene.owner(offender).map(NetworkNamespace::name))
                .or(() -> error.offender().map(InetAddress::getHostAddress))
                .orElse("?");
    }
}
