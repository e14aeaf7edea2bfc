package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netns.NetnsThread;
import dev.netjig.kernel.rtnetlink.RtNetlink;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.SpareNamespaces.Spare;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class SpareNamespacesTests {

    @Test
    void what_was_taken_is_replaced_by_a_new_one() {
        Spare first = take();
        Spare second = take();

        assertThat(first.netns().inode()).isNotEqualTo(second.netns().inode());
        close(first);
        close(second);
    }

    @Test
    void its_socket_asks_the_kernel_about_it() {
        Spare spare = take();

        assertThat(new RtNetlink(new NetlinkConnection(spare.socket(), "spare")).links())
                .extracting(link -> link.name())
                .containsExactly("lo");
        close(spare);
    }

    /** Other tests may take it first. */
    private static Spare take() {
        return await().until(
                        () -> {
                            Spare spare = SpareNamespaces.take();
                            NetnsThread.call("fill", () -> {
                                SpareNamespaces.fill();
                                return true;
                            });
                            return spare;
                        },
                        Objects::nonNull);
    }

    private static void close(Spare spare) {
        spare.socket().close();
        spare.netns().close();
    }
}
