package dev.netjig.diagnosis;

import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Protocol;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.util.List;
import java.util.Optional;

/** What the hosts and routers on the way told the sender. Which rule made them say so, others know better. */
final class IcmpErrorWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.result().errors().stream()
                .filter(error -> !error.local())
                .flatMap(error -> finding(scene, error).stream())
                .findFirst();
    }

    private static Optional<Finding> finding(Scene scene, IcmpError error) {
        Evidence received = new Evidence("icmp", "the sender received: " + error);
        if (error.isTimeExceeded()) {
            return Optional.of(Finding.proven(expired(scene, error), received));
        }
        Optional<NetworkNamespace> author = author(scene).flatMap(scene.watch()::find);
        if (error.isTooBig()) {
            return author.flatMap(router -> TooBigAt.router(scene, router, error));
        }
        return error.isPortUnreachable() && scene.result().to().protocol() != Protocol.ICMP
                ? author.flatMap(host -> ClosedPort.at(scene, host, received))
                : Optional.empty();
    }

    private static Cause expired(Scene scene, IcmpError error) {
        String netns =
                author(scene).or(() -> error.offender().map(IpLiteral::format)).orElse("?");
        List<String> round = scene.trail().visitedAgain();
        return round.isEmpty() ? new Cause.TtlExpired(netns) : new Cause.Loop(netns, round);
    }

    /** Where the error was made: several namespaces may have the address that it comes from. */
    private static Optional<String> author(Scene scene) {
        return scene.trail().errors().stream()
                .filter(sighting -> sighting.packet() instanceof Packet.Ip)
                .filter(Sighting::isOutgoing)
                .findFirst()
                .map(Sighting::netns);
    }
}
