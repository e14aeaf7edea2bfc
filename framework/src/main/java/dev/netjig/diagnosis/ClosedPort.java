package dev.netjig.diagnosis;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/** A host's own kernel refused what arrived, because no socket takes it. */
final class ClosedPort {

    private ClosedPort() {}

    /** @param told how the sender learned of it */
    static Optional<Finding> at(Scene scene, NetworkNamespace host, Evidence told) {
        Endpoint asked = scene.result().to();
        Optional<Sighting> arrived = scene.trail().requestAt(host.name());
        // NAT may have given it another port on the way. Without a sighting it came by the loopback device.
        int port = arrived.flatMap(sighting -> ((Packet.Ip) sighting.packet()).ports())
                .map(Packet.Ports::destination)
                .orElse(asked.port());
        if (scene.wasRerouted(host.name())) {
            return Optional.empty(); // the port that was asked for in the end is not known
        }
        Listeners listeners = Listeners.of(host, asked.protocol(), port);
        return Optional.of(Finding.proven(
                new Cause.PortClosed(host.name(), asked.protocol(), port),
                told,
                new Evidence(
                        "ss -n" + (asked.protocol() == dev.netjig.probe.Protocol.TCP ? "lt" : "u"), listeners.text())));
    }
}
