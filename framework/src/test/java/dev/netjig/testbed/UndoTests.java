package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTests {

    private final Undo undo = new Undo();
    private final List<String> done = new ArrayList<>();

    @Test
    void things_are_closed_in_their_order() {
        undo.add(() -> done.add("first"));
        undo.add(() -> done.add("second"));

        undo.run();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void a_failure_does_not_keep_the_rest_from_being_closed() {
        undo.add(() -> fail("broken"));
        undo.add(() -> done.add("second"));

        assertThatThrownBy(undo::run).isInstanceOf(UndoFailedException.class);

        assertThat(done).containsExactly("second");
    }

    @Test
    void every_failure_is_reported() {
        undo.add(() -> fail("one"));
        undo.add(() -> fail("two"));
        undo.add(() -> fail("three"));

        assertThatThrownBy(undo::run)
                .hasMessage("a testbed was not torn down completely: one")
                .hasRootCauseMessage("one")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("two", "three"));
    }

    private static void fail(String message) throws IOException {
        throw new IOException(message);
    }
}
