package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardSelectionTests {

    @TempDir
    private Path directory;

    @Test
    void durations_decide_and_the_reason_names_the_owner() throws IOException {
        Path file = Files.writeString(directory.resolve("durations.tsv"), "a.A\t9\nb.B\t5\n");
        ShardSelection selection = selection(file.toString(), "");

        assertThat(selection.judge("a.A").getReason()).contains("a.A belongs to shard 1/2");
        assertThat(selection.judge("b.B").excluded()).isTrue();
        assertThat(selection.judge("b.B").getReason()).contains("b.B belongs to shard 2/2, this is 1/2");
    }

    @Test
    void a_file_that_is_missing_is_named_for_shards_that_split_otherwise_would_lose_tests() {
        Path file = directory.resolve("missing.tsv");

        assertThatThrownBy(() -> selection(file.toString(), ""))
                .isInstanceOf(ShardException.class)
                .hasMessage("netjig: netjig.shard.durations is '" + file
                        + "'; allowed is a readable file, the same for all shards"
                        + " (java.nio.file.NoSuchFileException: " + file + ")");
    }

    @Test
    void shards_do_not_write_what_they_read() {
        Path file = directory.resolve("durations.tsv");

        assertThatThrownBy(() -> selection(file.toString(), directory + "/./durations.tsv"))
                .isInstanceOf(ShardException.class)
                .hasMessage("netjig: netjig.shard.durations and netjig.shard.record are both '" + file
                        + "'; record to another file: a shard that starts late would read what an early one has"
                        + " written, and split otherwise");
    }

    private static ShardSelection selection(String durations, String record) {
        return ShardSelection.of(GivenSettings.properties(Map.of(
                        "netjig.shard", "1/2", "netjig.shard.durations", durations, "netjig.shard.record", record)))
                .orElseThrow();
    }
}
