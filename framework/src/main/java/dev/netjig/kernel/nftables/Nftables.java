package dev.netjig.kernel.nftables;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.kernel.netns.Netns;
import java.util.concurrent.locks.ReentrantLock;
import jnr.ffi.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code nft} commands in a namespace, in this process.
 *
 * <p>libnftables is not thread-safe (two threads in it abort the JVM), so one lock guards it for the whole JVM.
 */
public final class Nftables {

    /** NFT_CTX_OUTPUT_HANDLE: print {@code # handle N} behind each rule, as {@code nft -a}. */
    private static final int OUTPUT_HANDLE = 1 << 3;

    private static final ReentrantLock LOCK = new ReentrantLock();

    /** Loaded by the first call; null until then and for as long as the library is missing. */
    private static @Nullable LibNftables loaded;

    private Nftables() {}

    /** Loads the library now rather than at the first call. */
    public static void initialise() {
        LOCK.lock();
        try {
            library();
        } finally {
            LOCK.unlock();
        }
    }

    /**
     * Runs {@code commands} in {@code netns}, as {@code nft -f -} would: all of them or none.
     *
     * @return what nft printed
     * @throws KernelException with nft's own words when a command is refused
     */
    public static String run(Netns netns, String commands) {
        return netns.call(() -> runHere(netns.name(), commands));
    }

    /** The whole ruleset of {@code netns} with rule handles, as {@code nft -a list ruleset} prints it. */
    public static String listRuleset(Netns netns) {
        return run(netns, "list ruleset");
    }

    /** Runs {@code commands} in the namespace of the calling thread. */
    public static String runHere(String netnsName, String commands) {
        LOCK.lock();
        try {
            LibNftables library = library();
            Pointer context = library.nft_ctx_new(0);
            try {
                library.nft_ctx_buffer_output(context);
                library.nft_ctx_buffer_error(context);
                library.nft_ctx_output_set_flags(context, OUTPUT_HANDLE);
                int result = library.nft_run_cmd_from_buffer(context, commands);
                if (result != 0) {
                    String error = library.nft_ctx_get_error_buffer(context);
                    throw KernelException.of("run nft commands", error.strip()).in(netnsName);
                }
                return library.nft_ctx_get_output_buffer(context);
            } finally {
                library.nft_ctx_free(context);
            }
        } finally {
            LOCK.unlock();
        }
    }

    /** Only with the lock held. */
    private static LibNftables library() {
        LibNftables known = loaded;
        if (known == null) {
            known = load();
            loaded = known;
        }
        return known;
    }

    private static LibNftables load() {
        Sys.initialise();
        try {
            return LibNftables.load();
        } catch (UnsatisfiedLinkError missing) {
            throw new IllegalStateException(
                    "libnftables.so.1 is not on this machine; install it (Debian, Ubuntu: apt-get install"
                            + " libnftables1) or choose a firewall backend that runs a command: IPTABLES_NFT,"
                            + " IPTABLES_LEGACY",
                    missing);
        }
    }
}
