package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.KernelException;
import dev.netjig.support.NeedsBpf;
import org.junit.jupiter.api.Test;

@NeedsBpf
class RawTracepointTests {

    @Test
    void the_verifiers_own_words_say_why_a_program_is_refused() {
        byte[] forgetful = new BpfProgram().exit().assemble();

        assertThatThrownBy(() -> RawTracepoint.load("kfree_skb", forgetful))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("cannot make BPF program for kfree_skb: ")
                .hasMessageContaining("R0 !read_ok")
                .hasMessageContaining("EACCES");
    }

    @Test
    void a_tracepoint_that_does_not_exist_is_refused() {
        byte[] idle = new BpfProgram().move(Register.R0, 0).exit().assemble();
        try (RawTracepoint program = RawTracepoint.load("no_such_tracepoint", idle)) {
            assertThatThrownBy(program::attach).hasMessageContaining("ENOENT");
        }
    }

    @Test
    void a_queue_gives_what_it_got_and_is_empty_then() {
        try (BpfMap queue = BpfMap.queue("a queue", 8, 4)) {
            assertThat(queue.poll()).isEmpty();
        }
    }

    @Test
    void a_hash_keeps_numbers() {
        try (BpfMap hash = BpfMap.hash("a hash", 4)) {
            hash.put(7, 42);
            assertThat(hash.number(7)).isEqualTo(42);
            hash.remove(7);
            hash.remove(7);
            assertThat(hash.number(7)).isZero();
        }
    }

    @Test
    void a_full_hash_refuses() {
        try (BpfMap hash = BpfMap.hash("a hash", 1)) {
            hash.put(1, 1);
            assertThatThrownBy(() -> hash.put(2, 2)).hasMessageContaining("E2BIG");
        }
    }
}
