package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/**
 * Knows why a program has put a rule or a policy into a packet filter where it left no comment, as a container engine does.
 * What implements it and is named in {@code META-INF/services} is asked about each rule and policy that dropped a packet.
 *
 * <pre>{@code
 * public final class LockdownAuthor implements FilterAuthor {
 *
 *     @Override
 *     public Optional<String> comment(NetworkNamespace netns, Culprit culprit, Packet packet) {
 *         boolean ours = culprit instanceof Culprit.Rule rule && rule.chain().endsWith(" LOCKDOWN");
 *         return ours ? Optional.of("lockdown: option strict") : Optional.empty();
 *     }
 * }
 * }</pre>
 */
public interface FilterAuthor {

    /**
     * Who asked for it and why, for a sentence: {@code Docker: icc=false of network quiet}.
     *
     * @param netns where the packet filter is
     * @param culprit a rule or policy without a comment
     * @param packet what it dropped, as it was then
     * @return empty if it is somebody else's
     */
    Optional<String> comment(NetworkNamespace netns, Culprit culprit, Packet packet);
}
