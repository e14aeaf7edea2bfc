package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Packet;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who signs what has no comment. */
@NeedsNamespaces
class FilterAuthorsTests {

    private static final Packet PACKET = new Packet.Other(1);

    private static final FilterAuthor SILENT = (netns, culprit, packet) -> Optional.empty();

    private static Culprit rule(Optional<String> comment) {
        return new Culprit.Rule("forward", "ip filter LOCKDOWN", "-j DROP", 1, OptionalLong.empty(), comment);
    }

    private static String signed(Culprit culprit, FilterAuthor... authors) {
        try (Testbed testbed = Testbed.create(Networks.pair().build())) {
            return FilterAuthors.signed(testbed.node(), culprit, PACKET, List.of(authors))
                    .describe();
        }
    }

    @Test
    void the_first_who_knows_it() {
        assertThat(signed(rule(Optional.empty()), SILENT, (netns, culprit, packet) -> Optional.of("lockdown: strict")))
                .isEqualTo("the rule \"-j DROP\" of chain ip filter LOCKDOWN (lockdown: strict)");
    }

    @Test
    void nobody_where_there_is_a_comment() {
        assertThat(signed(rule(Optional.of("by hand")), (netns, culprit, packet) -> Optional.of("lockdown: strict")))
                .isEqualTo("the rule \"-j DROP\" of chain ip filter LOCKDOWN (by hand)");
    }

    @Test
    void an_author_who_fails_is_told_of() {
        FilterAuthor failing = (netns, culprit, packet) -> {
            throw new IllegalStateException("no answer");
        };

        assertThat(signed(rule(Optional.empty()), failing))
                .endsWith(" cannot tell: java.lang.IllegalStateException: no answer)");
    }

    @Test
    void a_policy_has_room_for_a_comment_and_an_unseen_filter_has_none() {
        FilterAuthor author = (netns, culprit, packet) -> Optional.of("lockdown: strict");

        assertThat(signed(new Culprit.Policy("forward", "ip filter FORWARD", Optional.empty()), author))
                .isEqualTo("the policy of chain ip filter FORWARD (lockdown: strict)");
        assertThat(signed(new Culprit.Unseen("forward"), author)).isEqualTo("a packet filter at hook FORWARD");
    }
}
