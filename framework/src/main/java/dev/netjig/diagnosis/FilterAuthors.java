package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Asks each {@link FilterAuthor} that is found. */
final class FilterAuthors {

    private static final class Holder {
        static final List<FilterAuthor> ALL = all();
    }

    private FilterAuthors() {}

    /** {@code step}'s culprit with the comment that it bears or else deserves. */
    static Culprit culprit(Scene scene, FilterStep step) {
        return signed(scene.watch().netns(step.netns()), step.culprit(), step.packet(), Holder.ALL);
    }

    static Culprit signed(NetworkNamespace netns, Culprit culprit, Packet packet, List<FilterAuthor> authors) {
        if (culprit.comment().isPresent()) {
            return culprit;
        }
        return authors.stream()
                .flatMap(author -> ask(author, netns, culprit, packet).stream())
                .findFirst()
                .map(culprit::withComment)
                .orElse(culprit);
    }

    /** That nobody signs is no reason to know nothing of the packet's death. */
    private static Optional<String> ask(FilterAuthor author, NetworkNamespace netns, Culprit culprit, Packet packet) {
        try {
            return author.comment(netns, culprit, packet);
        } catch (RuntimeException | LinkageError failed) {
            return Optional.of(author.getClass().getSimpleName() + " cannot tell: " + failed);
        }
    }

    private static List<FilterAuthor> all() {
        List<FilterAuthor> all = new ArrayList<>();
        ServiceLoader.load(FilterAuthor.class, FilterAuthor.class.getClassLoader())
                .forEach(all::add);
        return List.copyOf(all);
    }
}
