package dev.netjig.kernel.libc;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the C library that netjig calls, with C's own names and no checks: {@link Sys} is the only caller.
 *
 * <p>A call that may block takes its buffers as {@link Pointer} or by copy: a pinned array would keep the garbage
 * collector, and with it the whole JVM, waiting for the kernel.
 */
interface LibC {

    int unshare(int flags);

    int setns(int fd, int nstype);

    int open(CharSequence path, int flags, int mode);

    int close(int fd);

    int socket(int domain, int type, int protocol);

    int bind(int fd, @In byte[] address, int length);

    int connect(int fd, @In byte[] address, int length);

    int setsockopt(int fd, int level, int option, @In byte[] value, int length);

    int getsockopt(int fd, int level, int option, @Out byte[] value, @In @Out byte[] length);

    int getsockname(int fd, @Out byte[] address, @In @Out byte[] length);

    long sendto(int fd, @In byte[] data, long length, int flags, @In byte @Nullable [] address, int addressLength);

    long recv(int fd, @Out byte[] data, long length, int flags);

    long recvmsg(int fd, Pointer message, int flags);

    int poll(@In @Out byte[] fds, long count, int timeoutMillis);

    int mount(
            @Nullable CharSequence source,
            CharSequence target,
            @Nullable CharSequence type,
            long flags,
            @Nullable CharSequence data);

    int umount2(CharSequence target, int flags);

    int kill(int pid, int signal);

    int clock_gettime(int clock, @Out byte[] timespec);

    /** For calls that the C library has no function for. */
    long syscall(long number, long command, Pointer attributes, long size);

    static LibC load() {
        // jnr-ffi can generate machine code for its stubs, which doubles its start-up time and buys a few hundred
        // nanoseconds a call; and its generated code hands a corrupt sixth argument to all-primitive functions.
        if (System.getProperty("jnr.ffi.asm.enabled") == null) {
            System.setProperty("jnr.ffi.asm.enabled", "false");
        }
        if (System.getProperty("jnr.ffi.x86asm.enabled") == null) {
            System.setProperty("jnr.ffi.x86asm.enabled", "false");
        }
        JffiLibrary jffi = JffiLibrary.unpack();
        try {
            return LibraryLoader.create(LibC.class).load("c");
        } finally {
            jffi.remove();
        }
    }

    static int errno() {
        return Runtime.getSystemRuntime().getLastError();
    }
}
