package dev.netjig.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelExceptionTests {

    private final KernelException refused = KernelException.refused("add route", Errno.ENETUNREACH);

    @Test
    void says_the_operation_and_the_errno() {
        assertThat(refused).hasMessage("cannot add route: Network is unreachable (ENETUNREACH)");
    }

    @Test
    void says_all_that_is_known() {
        assertThat(refused.on("default via 192.168.0.9")
                        .in("red")
                        .saying("Nexthop has invalid gateway.")
                        .atOffset(36)
                        .during("ip -n red route add default via 192.168.0.9")
                        .withRemedy("add an address first"))
                .hasMessage("cannot add route default via 192.168.0.9 in netns red: Nexthop has invalid gateway."
                        + " (ENETUNREACH, Network is unreachable), at byte 36 of the request\n"
                        + "  during: ip -n red route add default via 192.168.0.9\n"
                        + "  remedy: add an address first");
    }

    @Test
    void says_the_words_of_one_who_gives_no_errno() {
        assertThat(KernelException.of("run nft commands", "syntax error").in("node"))
                .hasMessage("cannot run nft commands in netns node: syntax error");
    }

    @Test
    void says_and_keeps_the_cause() {
        IllegalStateException cause = new IllegalStateException("cut short");

        assertThat(KernelException.of("list links", cause).in("red"))
                .hasMessage("cannot list links in netns red: cut short")
                .hasCause(cause);
    }

    @Test
    void is_not_changed_by_what_is_added_to_a_copy() {
        refused.in("red");

        assertThat(refused.netns()).isEmpty();
    }

    @Test
    void hands_out_the_facts() {
        KernelException told = refused.on("default").saying("no").in("red").atIndex(3);

        assertThat(told.operation()).isEqualTo("add route");
        assertThat(told.object()).hasValue("default");
        assertThat(told.errno()).hasValue(Errno.ENETUNREACH);
        assertThat(told.kernelText()).hasValue("no");
        assertThat(told.netns()).hasValue("red");
        assertThat(told.batchIndex()).hasValue(3);
    }

    @Test
    void has_no_facts_that_nobody_told() {
        assertThat(refused.requestOffset()).isEmpty();
        assertThat(refused.batchIndex()).isEmpty();
        assertThat(Optional.empty()).isEqualTo(refused.object()).isEqualTo(refused.step());
    }

    @Test
    void copies_keep_the_stack_trace_and_what_was_suppressed() {
        KernelException original = KernelException.refused("close", Errno.EIO);
        original.addSuppressed(new IllegalStateException("undo failed"));

        KernelException copy = original.in("red");

        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getSuppressed()).isEqualTo(original.getSuppressed());
    }
}
