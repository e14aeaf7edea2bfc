package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurationFileTests {

    @TempDir
    private Path directory;

    @Test
    void what_is_merged_replaces_its_lines_and_leaves_the_others() throws IOException {
        Path file = directory.resolve("new/durations.tsv");

        new DurationFile(file).merge(Map.of("b.B", 2L, "a.A", 1L));
        new DurationFile(file).merge(Map.of("b.B", 20L, "c.C", 3L));

        assertThat(file).content().isEqualTo("a.A\t1\nb.B\t20\nc.C\t3\n");
        assertThat(new DurationFile(file).read()).isEqualTo(Map.of("a.A", 1L, "b.B", 20L, "c.C", 3L));
    }

    @Test
    void threads_lose_nothing_of_each_other() throws IOException {
        DurationFile file = new DurationFile(directory.resolve("durations.tsv"));

        IntStream.range(0, 40).parallel().forEach(i -> merge(file, Map.of("T" + i, (long) i)));

        assertThat(file.read()).hasSize(40);
    }

    @Test
    void a_line_that_is_none_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("durations.tsv"), "a.A\t1\n\nb.B 2\n");

        assertThatThrownBy(() -> new DurationFile(file).read())
                .isInstanceOf(ShardException.class)
                .hasMessage("netjig: " + file
                        + ", line 3 is 'b.B 2'; allowed is a class, a tab and a whole number of milliseconds");
    }

    private static void merge(DurationFile file, Map<String, Long> millis) {
        try {
            file.merge(millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
