package dev.netjig.kernel.libc;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.jspecify.annotations.Nullable;

/**
 * System calls with their results checked. A refusal becomes a {@link KernelException} with the errno that the call
 * left; the {@code try…} methods return the errno instead, where a refusal is an observation and not a failure.
 */
public final class Sys {

    private static final class Holder {
        static final LibC LIBC = LibC.load();
    }

    private Sys() {}

    /** Loads the C library now rather than at the first call; takes some 150 ms in a fresh JVM. */
    public static void initialise() {
        libc();
    }

    private static LibC libc() {
        return Holder.LIBC;
    }

    /** {@code unshare(2)} of the calling thread. */
    public static void unshare(int flags, String what) {
        if (libc().unshare(flags) < 0) {
            throw refused("unshare(" + what + ")");
        }
    }

    /** {@code setns(2)}: moves the calling thread into the namespace behind {@code namespace}. */
    public static void setns(Fd namespace, int type) {
        if (libc().setns(namespace.number(), type) < 0) {
            throw refused("setns(" + namespace + ")");
        }
    }

    /** {@code open(2)} for reading, close-on-exec. */
    public static Fd open(String path) {
        int fd = libc().open(path, Const.O_RDONLY | Const.O_CLOEXEC, 0);
        if (fd < 0) {
            throw refused("open " + path);
        }
        return new Fd(fd, path);
    }

    static void close(int fd) {
        if (libc().close(fd) < 0) {
            throw refused("close(" + fd + ")");
        }
    }

    /** {@code socket(2)}, non-blocking and close-on-exec, in the calling thread's network namespace. */
    public static Fd socket(int domain, int type, int protocol, String what) {
        int fd = libc().socket(domain, type | Const.SOCK_CLOEXEC | Const.SOCK_NONBLOCK, protocol);
        if (fd < 0) {
            throw refused("socket for " + what);
        }
        return new Fd(fd, what);
    }

    public static void bind(Fd socket, byte[] address) {
        tryBind(socket, address).ifPresent(errno -> {
            throw KernelException.refused("bind " + socket, errno);
        });
    }

    public static Optional<Errno> tryBind(Fd socket, byte[] address) {
        return outcome(libc().bind(socket.number(), address, address.length));
    }

    /** {@code connect(2)}; a connection under way is {@link Errno#EINPROGRESS}. */
    public static Optional<Errno> tryConnect(Fd socket, byte[] address) {
        return outcome(libc().connect(socket.number(), address, address.length));
    }

    /** {@code sendto(2)}; {@code address} is null for a connected socket. */
    public static Optional<Errno> trySend(Fd socket, byte[] data, byte @Nullable [] address) {
        int length = address == null ? 0 : address.length;
        return outcome(libc().sendto(socket.number(), data, data.length, 0, address, length));
    }

    /** {@code recv(2)} without blocking: the number of bytes, 0 if nothing is there now. */
    public static int receive(Fd socket, byte[] buffer) {
        long received = libc().recv(socket.number(), buffer, buffer.length, Const.MSG_DONTWAIT);
        if (received < 0) {
            Errno errno = lastError();
            if (errno.equals(Errno.EAGAIN) || errno.equals(Errno.EINTR)) {
                return 0;
            }
            throw KernelException.refused("recv from " + socket, errno);
        }
        return (int) received;
    }

    static long recvmsg(Fd socket, Pointer message, int flags) {
        return libc().recvmsg(socket.number(), message, flags);
    }

    public static void setsockopt(Fd socket, int level, int option, int value) {
        byte[] bytes = intBytes(value);
        if (libc().setsockopt(socket.number(), level, option, bytes, bytes.length) < 0) {
            throw refused("setsockopt(" + level + ", " + option + ") on " + socket);
        }
    }

    /** {@code setsockopt(2)} of an option that needs a privilege, or is only a wish. */
    public static Optional<Errno> trySetsockopt(Fd socket, int level, int option, int value) {
        byte[] bytes = intBytes(value);
        return outcome(libc().setsockopt(socket.number(), level, option, bytes, bytes.length));
    }

    /** {@code getsockopt(2)} of an option whose value has {@code length} bytes. */
    public static byte[] getsockopt(Fd socket, int level, int option, int length) {
        byte[] value = new byte[length];
        if (libc().getsockopt(socket.number(), level, option, value, intBytes(length)) < 0) {
            throw refused("getsockopt(" + level + ", " + option + ") on " + socket);
        }
        return value;
    }

    /** {@code getsockopt(SOL_SOCKET, SO_ERROR)}: the socket's pending error, which the call clears. */
    public static Optional<Errno> pendingError(Fd socket) {
        byte[] value = getsockopt(socket, Const.SOL_SOCKET, Const.SO_ERROR, 4);
        int errno = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
        return errno == 0 ? Optional.empty() : Optional.of(Errno.of(errno));
    }

    /** {@code getsockname(2)}: the socket's own address as its family writes it. */
    public static byte[] getsockname(Fd socket) {
        byte[] address = new byte[128];
        byte[] length = intBytes(address.length);
        if (libc().getsockname(socket.number(), address, length) < 0) {
            throw refused("getsockname of " + socket);
        }
        int used = ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getInt();
        return java.util.Arrays.copyOf(address, used);
    }

    /**
     * {@code poll(2)} of one descriptor.
     *
     * @return the events that are ready, 0 when {@code timeout} passed first
     */
    public static int poll(Fd fd, short events, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        ByteBuffer pollfd = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        while (true) {
            pollfd.putInt(0, fd.number()).putShort(4, events).putShort(6, (short) 0);
            long left = Math.max(0, deadline - System.nanoTime());
            int ready = libc().poll(pollfd.array(), 1, (int) Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000));
            if (ready > 0) {
                return pollfd.getShort(6);
            }
            if (ready == 0) {
                return 0;
            }
            Errno errno = lastError();
            if (!errno.equals(Errno.EINTR)) {
                throw KernelException.refused("poll " + fd, errno);
            }
        }
    }

    /** {@code mount(2)} in the calling thread's mount namespace. */
    public static void mount(String source, String target, @Nullable String type, long flags) {
        if (libc().mount(source, target, type, flags, null) < 0) {
            throw refused("mount " + source + " on " + target);
        }
    }

    /** {@code umount2(2)} with MNT_DETACH. */
    public static void unmount(String target) {
        if (libc().umount2(target, 2) < 0) {
            throw refused("umount " + target);
        }
    }

    /** {@code kill(2)}; a negative {@code pid} names a process group. */
    public static Optional<Errno> tryKill(int pid, int signal) {
        return outcome(libc().kill(pid, signal));
    }

    /** {@code clock_gettime(2)} in nanoseconds. */
    public static long clock(int clock) {
        byte[] timespec = new byte[16];
        if (libc().clock_gettime(clock, timespec) < 0) {
            throw refused("clock_gettime(" + clock + ")");
        }
        ByteBuffer time = ByteBuffer.wrap(timespec).order(ByteOrder.nativeOrder());
        return time.getLong(0) * 1_000_000_000L + time.getLong(8);
    }

    /**
     * {@code bpf(2)} whose result is no descriptor.
     *
     * @param attr {@code union bpf_attr}, all of a direct buffer; what it points to must be reachable until the return
     */
    public static Optional<Errno> tryBpf(int command, ByteBuffer attr) {
        return outcome(bpf(command, attr));
    }

    /** {@code bpf(2)} that makes a descriptor, which the kernel closes on exec. */
    public static Fd bpf(int command, ByteBuffer attr, String what) {
        long fd = bpf(command, attr);
        if (fd < 0) {
            throw refused("make " + what);
        }
        return new Fd((int) fd, what);
    }

    private static long bpf(int command, ByteBuffer attr) {
        return libc().syscall(Const.SYS_BPF, command, pointer(attr), attr.capacity());
    }

    /** Where a direct buffer begins, for a structure that points to it; valid while the buffer is reachable. */
    public static long address(ByteBuffer direct) {
        return pointer(direct).address();
    }

    /** To the buffer's beginning: jnr begins at its position. */
    private static Pointer pointer(ByteBuffer direct) {
        return Pointer.wrap(Runtime.getSystemRuntime(), direct.duplicate().clear());
    }

    private static KernelException refused(String operation) {
        return KernelException.refused(operation, lastError());
    }

    private static Optional<Errno> outcome(long result) {
        return result < 0 ? Optional.of(lastError()) : Optional.empty();
    }

    private static Errno lastError() {
        return Errno.of(LibC.errno());
    }

    private static byte[] intBytes(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
