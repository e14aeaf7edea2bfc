package dev.netjig.jupiter;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.testbed.CommandFailedException;
import dev.netjig.testbed.MissingSysctlException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which failures of a set-up mean that this machine cannot run the test: it lacks a privilege, a part of the kernel, a
 * library or a tool. Every other failure is the test's or netjig's own.
 */
public final class MachineLimits {

    private static final Set<Errno> FORBIDDEN = Set.of(Errno.EPERM, Errno.EACCES);

    private MachineLimits() {}

    /** What the machine lacks and how to get it; empty if that is not why {@code failure} happened. */
    public static Optional<String> reason(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.stream()
                .filter(MachineLimits::isLack)
                .findFirst()
                .map(lack -> text(chain)
                        + remedy(lack).map(words -> "\n  remedy: " + words).orElse(""));
    }

    private static boolean isLack(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof KernelException refused) {
            return lacksPrivilege(refused) || lacksLinkKind(refused) || lacksTables(refused);
        }
        if (failure instanceof MachineLimitException) {
            return true;
        }
        if (failure instanceof MissingSysctlException missing) {
            return missing.isModuleMissing();
        }
        if (failure instanceof CommandFailedException) {
            return message.contains("there is no program ");
        }
        if (failure instanceof FileSystemException refused) {
            return "Read-only file system".equals(refused.getReason());
        }
        if (failure instanceof IOException) {
            return message.startsWith("Cannot run program ");
        }
        return failure instanceof UnsatisfiedLinkError;
    }

    /** Refused to make or enter a namespace, or to give it a file system of its own. */
    private static boolean lacksPrivilege(KernelException refused) {
        String operation = refused.operation();
        return refused.errno().filter(FORBIDDEN::contains).isPresent()
                && (operation.startsWith("unshare(") || operation.startsWith("mount "));
    }

    /** rtnl_newlink(), net/core/rtnetlink.c. */
    private static boolean lacksLinkKind(KernelException refused) {
        return refused.errno().equals(Optional.of(Errno.EOPNOTSUPP))
                && refused.kernelText().equals(Optional.of("Unknown device type"));
    }

    /** What iptables prints where the kernel has no such table. */
    private static boolean lacksTables(KernelException refused) {
        return refused.kernelText()
                .filter(text -> text.contains("do you need to insmod?"))
                .isPresent();
    }

    private static Optional<String> remedy(Throwable lack) {
        if (lack instanceof FileSystemException) {
            return Optional.of("/proc/sys is read-only in most containers: run the container with --privileged");
        }
        if (!(lack instanceof KernelException refused) || refused.remedy().isPresent()) {
            return Optional.empty();
        }
        if (lacksPrivilege(refused)) {
            return Optional.of(
                    "run as root, or in a user namespace (unshare -Urm), and in no container that forbids it");
        }
        return Optional.of("load the kernel module that has it (modprobe veth bridge, ip_tables, iptable_filter,"
                + " iptable_nat), or use a kernel that does, such as the one of the project's VM");
    }

    /** The first words about the matter; a failed class initialisation has none of its own. */
    private static String text(List<Throwable> chain) {
        return chain.stream()
                .filter(failure -> !(failure instanceof NoClassDefFoundError))
                .flatMap(failure -> Optional.ofNullable(failure.getMessage()).stream())
                .findFirst()
                .orElse("no reason given");
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
