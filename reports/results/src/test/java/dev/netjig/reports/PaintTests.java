package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaintTests {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void a_terminal_has_colours() {
        assertThat(Paint.of(XTERM, "/dev/pts/3")).isEqualTo(Paint.ANSI);
    }

    @Test
    void a_file_or_a_pipe_has_none() {
        assertThat(Paint.of(XTERM, "/home/you/build.log")).isEqualTo(Paint.PLAIN);
        assertThat(Paint.of(XTERM, "pipe:[4711]")).isEqualTo(Paint.PLAIN);
    }

    @Test
    void NO_COLOR_is_respected() {
        assertThat(Paint.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), "/dev/pts/3"))
                .isEqualTo(Paint.PLAIN);
    }

    @Test
    void an_empty_NO_COLOR_means_nothing() {
        assertThat(Paint.of(Map.of("TERM", "xterm", "NO_COLOR", ""), "/dev/pts/3"))
                .isEqualTo(Paint.ANSI);
    }

    @Test
    void a_dumb_terminal_has_none() {
        assertThat(Paint.of(Map.of("TERM", "dumb"), "/dev/pts/3")).isEqualTo(Paint.PLAIN);
        assertThat(Paint.of(Map.of(), "/dev/pts/3")).isEqualTo(Paint.PLAIN);
    }
}
