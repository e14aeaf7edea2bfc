package dev.netjig.testbed;

import dev.netjig.kernel.rtnetlink.LinkState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A link that was declared up did not come up. */
public final class LinkNotUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LinkNotUpException(String netns, Set<String> missing, List<LinkState> links) {
        super("in netns " + netns + " these links are not UP after 5 s: " + String.join(", ", missing) + "; it has "
                + links.stream()
                        .map(link -> link.name() + " (" + link.operState() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
