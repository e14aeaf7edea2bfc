package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SetUpThreadTests {

    @Test
    void no_two_set_ups_share_a_thread() {
        Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());

        for (int i = 0; i < 10; i++) {
            SetUpThread.run(() -> threads.add(Thread.currentThread()));
        }

        assertThat(threads).hasSize(10).doesNotContain(Thread.currentThread());
    }

    @Test
    void a_set_up_that_fails_fails_at_the_one_who_asked_for_it() {
        assertThatThrownBy(() -> SetUpThread.run(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    @Test
    void its_class_loader_is_the_one_of_who_asked_for_it() throws Exception {
        AtomicReference<ClassLoader> seen = new AtomicReference<>();
        Thread asking = new Thread(
                () -> SetUpThread.run(() -> seen.set(Thread.currentThread().getContextClassLoader())));
        try (URLClassLoader mine = new URLClassLoader(new URL[0])) {
            asking.setContextClassLoader(mine);
            asking.start();
            asking.join();

            assertThat(seen).hasValue(mine);
        }
    }
}
