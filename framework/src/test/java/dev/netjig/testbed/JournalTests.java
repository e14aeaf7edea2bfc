package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalTests {

    private final Journal journal = new Journal();

    @Test
    void events_of_a_kind_come_in_order() {
        journal.add("first");
        journal.add(2);
        journal.add("third");

        assertThat(journal.since(0, String.class)).containsExactly("first", "third");
    }

    @Test
    void what_was_before_a_position_is_left_out() {
        journal.add("before");
        long position = journal.position();
        journal.add("after");

        assertThat(journal.since(position, String.class)).containsExactly("after");
    }

    @Test
    void what_another_thread_told_of_is_not_mine() throws InterruptedException {
        journal.add("mine");
        Thread other = new Thread(() -> journal.add("another's"));
        other.start();
        other.join();

        assertThat(journal.mineSince(0, String.class)).containsExactly("mine");
        assertThat(journal.since(0, String.class)).containsExactly("mine", "another's");
    }

    @Test
    void only_the_latest_thousand_are_kept() {
        for (int i = 0; i < 1500; i++) {
            journal.add(i);
        }

        assertThat(journal.since(0, Integer.class)).hasSize(1000).last().isEqualTo(1499);
    }

    @Test
    void heavy_events_push_out_what_was_before_them() {
        journal.add("light");
        journal.add("heavy", 5_000_000);
        journal.add("heavy too", 5_000_000);

        assertThat(journal.since(0, String.class)).containsExactly("heavy too");
    }
}
