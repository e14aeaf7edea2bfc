package dev.netjig.kernel.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netns.Netns;
import dev.netjig.kernel.netns.NetnsThread;
import dev.netjig.support.NeedsNamespaces;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class NftablesTests {

    @AutoClose
    private final Netns red = NetnsThread.callUnchecked("red", () -> Netns.unshare("red"));

    @Test
    void commands_run_in_the_namespace() {
        Nftables.run(red, "add table ip mine; add chain ip mine in; add rule ip mine in counter drop");

        assertThat(Nftables.listRuleset(red))
                .contains("table ip mine { # handle 1")
                .contains("counter packets 0 bytes 0 drop # handle 2");
    }

    @Test
    void of_commands_one_of_which_is_refused_none_is_carried_out() {
        assertThatThrownBy(() -> Nftables.run(red, "add table ip mine\nadd rule ip mine nowhere drop"))
                .isInstanceOf(KernelException.class)
                .hasMessageStartingWith("cannot run nft commands in netns red: ")
                .hasMessageContaining("No such file or directory");

        assertThat(Nftables.listRuleset(red)).isBlank();
    }
}
