package dev.netjig.kernel.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.KernelException;
import dev.netjig.support.NeedsNamespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class NetnsTests {

    private final String home = here("net");

    @AutoClose
    private final Netns red = NetnsThread.callUnchecked("red", () -> Netns.unshare("red"));

    @Test
    void the_callers_thread_stays_where_it_is() {
        String inside = red.call(() -> here("net"));

        assertThat(inside).isEqualTo("net:[" + red.inode() + "]").isNotEqualTo(home);
        assertThat(here("net")).isEqualTo(home);
    }

    @Test
    void says_what_it_is() {
        assertThat(red).hasToString("netns red (net:[" + red.inode() + "])");
    }

    @Test
    void what_is_no_namespace_cannot_be_entered() throws IOException {
        try (Netns wrong = Netns.open("wrong", "/dev/null")) {
            assertThatThrownBy(() -> wrong.call(() -> 1))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("Invalid argument (EINVAL)");
        }
    }

    @Test
    void a_view_names_the_siblings() {
        try (Netns blue = NetnsThread.callUnchecked("blue", () -> Netns.unshare("blue"));
                MountView view = MountView.of(red, List.of(red, blue))) {
            List<Object> inodes = within(
                    view,
                    () -> List.of(
                            Files.getAttribute(Path.of("/run/netns/red"), "unix:ino"),
                            Files.getAttribute(Path.of("/run/netns/blue"), "unix:ino")));

            assertThat(inodes).containsExactly(red.inode(), blue.inode());
        }
    }

    @Test
    void a_view_has_the_namespaces_own_sys() {
        try (MountView view = MountView.of(red, List.of(red))) {
            List<String> devices = within(view, () -> {
                try (Stream<Path> files = Files.list(Path.of("/sys/class/net"))) {
                    return files.map(file -> file.getFileName().toString()).toList();
                }
            });

            assertThat(devices).contains("lo").doesNotContain("eth0");
        }
    }

    @Test
    void nothing_of_a_view_shows_outside() throws IOException {
        try (MountView view = MountView.of(red, List.of(red))) {
            String inside = within(view, () -> Files.readString(Path.of("/proc/thread-self/mountinfo")));

            assertThat(inside).contains(" /run/netns/red ");
            assertThat(Files.readString(Path.of("/proc/thread-self/mountinfo"))).doesNotContain(" /run/netns/red ");
            assertThat(within(view, () -> here("mnt"))).isNotEqualTo(here("mnt"));
        }
    }

    private <T> T within(MountView view, Callable<T> code) {
        return red.call(() -> {
            view.enter();
            return code.call();
        });
    }

    private static String here(String kind) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/" + kind))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
