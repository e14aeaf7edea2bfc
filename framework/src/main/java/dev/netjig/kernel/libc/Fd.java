package dev.netjig.kernel.libc;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open file descriptor with one owner. Closing it twice is harmless; using it after that is a bug and says so,
 * because the kernel may by then have given its number to somebody else.
 */
public final class Fd implements AutoCloseable {

    private static final int CLOSED = -1;

    private final String what;
    private final AtomicInteger number;

    Fd(int number, String what) {
        this.number = new AtomicInteger(number);
        this.what = what;
    }

    /**
     * The descriptor's number, for a system call.
     *
     * @throws IllegalStateException if it was closed
     */
    public int number() {
        int fd = number.get();
        if (fd == CLOSED) {
            throw new IllegalStateException(what + " was closed");
        }
        return fd;
    }

    public boolean isOpen() {
        return number.get() != CLOSED;
    }

    /** This descriptor as a file of the calling process, for example to bind-mount a namespace. */
    public String path() {
        return "/proc/self/fd/" + number();
    }

    /** This descriptor as a file that other processes can open while this one lives. */
    public String pathForOtherProcesses() {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + number();
    }

    @Override
    public void close() {
        int fd = number.getAndSet(CLOSED);
        if (fd != CLOSED) {
            Sys.close(fd);
        }
    }

    @Override
    public String toString() {
        return what + " (fd " + number.get() + ")";
    }
}
