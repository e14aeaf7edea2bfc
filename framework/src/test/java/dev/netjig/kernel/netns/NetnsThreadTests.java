package dev.netjig.kernel.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NetnsThreadTests {

    @Test
    void code_runs_on_a_thread_of_its_own() throws Exception {
        Thread thread = NetnsThread.call("red", Thread::currentThread);

        thread.join();
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.getName()).startsWith("netjig-red-");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void an_exception_comes_as_it_is_with_the_callers_stack() {
        assertThatThrownBy(() -> NetnsThread.call("red", () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken")
                .satisfies(NetnsThreadTests::knowsTheCaller);
    }

    @Test
    void an_error_comes_as_it_is_with_the_callers_stack() {
        assertThatThrownBy(() -> NetnsThread.call("red", () -> {
                    throw new AssertionError("wrong");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("wrong")
                .satisfies(NetnsThreadTests::knowsTheCaller);
    }

    @Test
    void a_checked_exception_where_none_is_expected_is_wrapped() {
        assertThatThrownBy(() -> NetnsThread.callUnchecked("red", () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("red: broken")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void an_interrupt_is_passed_on() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        boolean[] flagged = new boolean[1];
        Thread caller = new Thread(() -> {
            assertThatThrownBy(() -> NetnsThread.call("red", () -> {
                        begun.countDown();
                        try {
                            return new CountDownLatch(1).getCount() + waitForever();
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                        }
                    }))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("red was interrupted");
            flagged[0] = Thread.currentThread().isInterrupted();
        });
        caller.start();
        begun.await();

        caller.interrupt();

        interrupted.await();
        caller.join();
        assertThat(flagged[0]).isTrue();
    }

    private static long waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private static void knowsTheCaller(Throwable failure) {
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(Arrays.toString(failure.getSuppressed()[0].getStackTrace())).contains("NetnsThreadTests");
    }
}
