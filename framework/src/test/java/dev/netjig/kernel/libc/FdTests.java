package dev.netjig.kernel.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import org.junit.jupiter.api.Test;

class FdTests {

    @Test
    void names_what_it_is() {
        try (Fd fd = Sys.open("/dev/null")) {
            assertThat(fd).hasToString("/dev/null (fd " + fd.number() + ")");
            assertThat(fd.path()).isEqualTo("/proc/self/fd/" + fd.number());
            assertThat(fd.pathForOtherProcesses())
                    .isEqualTo("/proc/" + ProcessHandle.current().pid() + "/fd/" + fd.number());
        }
    }

    @Test
    void using_it_after_closing_it_is_a_bug() {
        Fd fd = Sys.open("/dev/null");
        fd.close();

        assertThat(fd.isOpen()).isFalse();
        assertThatThrownBy(fd::number).isInstanceOf(IllegalStateException.class).hasMessage("/dev/null was closed");
        assertThatThrownBy(fd::path).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Sys.receive(fd, new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closing_it_twice_is_harmless() {
        Fd fd = Sys.open("/dev/null");

        fd.close();
        fd.close();

        assertThat(fd.isOpen()).isFalse();
    }

    @Test
    void a_file_that_is_not_there_is_a_refusal_with_its_name() {
        assertThatThrownBy(() -> Sys.open("/nowhere"))
                .isInstanceOf(KernelException.class)
                .hasMessage("cannot open /nowhere: No such file or directory (ENOENT)");
    }

    @Test
    void a_process_that_is_not_there_is_an_observation() {
        assertThat(Sys.tryKill(Integer.MAX_VALUE, 0)).contains(Errno.ESRCH);
    }
}
