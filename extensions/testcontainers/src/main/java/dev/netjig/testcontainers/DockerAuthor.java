package dev.netjig.testcontainers;

import dev.netjig.diagnosis.Culprit;
import dev.netjig.diagnosis.FilterAuthor;
import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;
import java.util.Optional;

/**
 * Names the network or the option for which Docker has a rule: it writes no comments on its rules. Only for namespaces in
 * which an {@link Engine} runs. {@link java.util.ServiceLoader} creates it.
 */
public final class DockerAuthor implements FilterAuthor {

    /** For {@link java.util.ServiceLoader}. */
    public DockerAuthor() {}

    @Override
    public Optional<String> comment(NetworkNamespace netns, Culprit culprit, Packet packet) {
        return packet instanceof Packet.Ip ip
                ? Engines.in(netns).flatMap(engine -> comment(culprit, ip, DockerNetwork.of(engine.client())))
                : Optional.empty();
    }

    static Optional<String> comment(Culprit culprit, Packet.Ip packet, List<DockerNetwork> networks) {
        return new DockerRules(networks, packet).purpose(culprit).map(purpose -> "Docker: " + purpose);
    }
}
