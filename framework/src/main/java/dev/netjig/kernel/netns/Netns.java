package dev.netjig.kernel.netns;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A network namespace held by a descriptor of nsfs: it has no name on the machine and lives as long as something refers
 * to it, so the kernel removes it when the JVM dies, however it dies.
 *
 * <p>Equal by hand: {@code unshare --net}, or {@code ip netns add} without the name in {@code /run/netns}.
 */
public final class Netns implements AutoCloseable {

    /** Where the threads are that {@link #call} made; they die there. */
    private static final ThreadLocal<Long> HERE = ThreadLocal.withInitial(() -> 0L);

    private final String name;
    private final Fd fd;
    private final long inode;

    private Netns(String name, Fd fd, long inode) {
        this.name = name;
        this.fd = fd;
        this.inode = inode;
    }

    /**
     * Moves the calling thread, which must be a {@link NetnsThread}, into a new network namespace and holds it.
     *
     * @throws KernelException EPERM without CAP_SYS_ADMIN, ENOSPC when {@code user.max_net_namespaces} is reached
     */
    public static Netns unshare(String name) {
        try {
            Sys.unshare(Const.CLONE_NEWNET, "CLONE_NEWNET");
        } catch (KernelException refused) {
            throw refused.in(name).withRemedy(remedy(refused));
        }
        return open(name, "/proc/thread-self/ns/net");
    }

    private static String remedy(KernelException refused) {
        return refused.errno().equals(Optional.of(Errno.ENOSPC))
                ? "sysctl user.max_net_namespaces is reached: see with lsns --type net who holds them, or raise it"
                : "creating a network namespace needs CAP_SYS_ADMIN: run as root, or in a user namespace"
                        + " (unshare -Urm), or in the project's VM";
    }

    /** Holds the network namespace that the nsfs file {@code path} stands for, as the calling thread sees the path. */
    public static Netns open(String name, String path) {
        Fd fd = Sys.open(path);
        return new Netns(name, fd, inodeOf(fd));
    }

    /** This namespace under another name. Both hold the one descriptor: only one of them is to be used from here on. */
    public Netns named(String other) {
        return new Netns(other, fd, inode);
    }

    /** What people call it; the kernel knows only the {@link #inode()}. */
    public String name() {
        return name;
    }

    /** The inode number of the namespace in nsfs, as in {@code net:[4026532245]}. */
    public long inode() {
        return inode;
    }

    public Fd fd() {
        return fd;
    }

    /** Moves the calling thread, which must be a {@link NetnsThread}, into this namespace. */
    public void enter() {
        Sys.setns(fd, Const.CLONE_NEWNET);
    }

    /** Runs {@code code} in this namespace, on its own thread; code that such code calls shares its thread. */
    public <T> T call(Callable<T> code) {
        if (inode == HERE.get()) {
            return NetnsThread.unchecked(name, code);
        }
        return NetnsThread.callUnchecked(name, () -> {
            enter();
            HERE.set(inode);
            return code.call();
        });
    }

    /** Lets go of the namespace: with nothing else in it the kernel destroys it and all its devices, asynchronously. */
    @Override
    public void close() {
        fd.close();
    }

    @Override
    public String toString() {
        return "netns " + name + " (net:[" + inode + "])";
    }

    /** Asked of the file itself: the link in /proc/self/fd names a path where the namespace is mounted on one. */
    private static long inodeOf(Fd fd) {
        try {
            return (Long) Files.getAttribute(Path.of(fd.path()), "unix:ino");
        } catch (IOException e) {
            fd.close();
            throw new IllegalStateException("cannot look at " + fd, e);
        }
    }
}
