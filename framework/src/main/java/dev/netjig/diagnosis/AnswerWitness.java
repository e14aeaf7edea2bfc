package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.net.InetAddress;
import java.util.Optional;

/** An answer that came, and is not the one that was hoped for: a TCP reset, or one from another address. */
final class AnswerWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.trail().lastReply().flatMap(reply -> {
            Packet.Ip packet = (Packet.Ip) reply.packet();
            boolean arrived = reply.netns().equals(scene.sender().name()) && !reply.isOutgoing();
            InetAddress asked = scene.destination();
            if (arrived
                    && !packet.source().equals(asked)
                    && !scene.wasRerouted(scene.sender().name())) {
                return elsewhere(scene, reply, asked, packet.source());
            }
            return packet.tcp().filter(Packet.Tcp::isReset).isPresent()
                            && !scene.result().refusal().isPresent()
                    ? reset(scene, reply)
                    : Optional.empty();
        });
    }

    /** It is no answer to the sender's kernel, which may even refuse it with a reset of its own. */
    private static Optional<Finding> elsewhere(Scene scene, Sighting reply, InetAddress asked, InetAddress answered) {
        return Optional.of(Finding.proven(
                new Cause.ReplyFromElsewhere(scene.sender().name(), asked, answered),
                new Evidence("capture", "the sender received: " + reply)));
    }

    private static Optional<Finding> reset(Scene scene, Sighting reply) {
        return scene.trail()
                .firstReply()
                .flatMap(first -> scene.watch().find(first.netns()))
                .flatMap(host ->
                        ClosedPort.at(scene, host, new Evidence("capture", host.name() + " answered: " + reply)));
    }
}
