package dev.netjig.kernel.netns;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * The file system that a namespace's commands see: a private mount namespace in which {@code /sys} belongs to the
 * network namespace, {@code /run/netns} names its siblings, and {@code /run/xtables.lock} is nobody else's. A document's
 * commands run unchanged in it ({@code ip netns exec red ping …}), and nothing of it shows on the machine.
 */
public final class MountView implements AutoCloseable {

    private final Fd fd;

    private MountView(Fd fd) {
        this.fd = fd;
    }

    /** Makes the view of {@code netns} in which {@code siblings} have their names. */
    public static MountView of(Netns netns, Collection<Netns> siblings) {
        return NetnsThread.callUnchecked(netns.name() + "-mounts", () -> {
            netns.enter();
            try {
                return new MountView(mount(siblings));
            } catch (KernelException refused) {
                throw refused.in(netns.name());
            }
        });
    }

    public Fd fd() {
        return fd;
    }

    /** Moves the calling thread, which must be a {@link NetnsThread}, into the view. */
    public void enter() {
        // A thread shares its root and working directory with all others until it says otherwise, and the kernel
        // refuses to change the mount namespace of a thread that does.
        Sys.unshare(Const.CLONE_FS, "CLONE_FS");
        Sys.setns(fd, Const.CLONE_NEWNS);
    }

    @Override
    public void close() {
        fd.close();
    }

    private static Fd mount(Collection<Netns> siblings) throws IOException {
        Sys.unshare(Const.CLONE_NEWNS | Const.CLONE_FS, "CLONE_NEWNS|CLONE_FS");
        Sys.mount("none", "/", null, Const.MS_REC | Const.MS_PRIVATE);
        Sys.mount("sysfs", "/sys", "sysfs", 0);
        Sys.mount("tmpfs", "/run", "tmpfs", 0);
        Path names = Files.createDirectories(Path.of("/run/netns"));
        Files.createDirectories(Path.of("/run/lock"));
        for (Netns sibling : siblings) {
            name(sibling, names);
        }
        return Sys.open("/proc/thread-self/ns/mnt");
    }

    private static void name(Netns netns, Path names) {
        Path file = names.resolve(netns.name());
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + file, e);
        }
        Sys.mount(netns.fd().path(), file.toString(), null, Const.MS_BIND);
    }
}
