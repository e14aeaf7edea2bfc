package dev.netjig.kernel.nftables;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;

/** The functions of {@code nftables/libnftables.h} that netjig calls, with C's own names. */
interface LibNftables {

    Pointer nft_ctx_new(int flags);

    void nft_ctx_free(Pointer context);

    int nft_ctx_buffer_output(Pointer context);

    int nft_ctx_buffer_error(Pointer context);

    void nft_ctx_output_set_flags(Pointer context, int flags);

    int nft_run_cmd_from_buffer(Pointer context, CharSequence commands);

    String nft_ctx_get_output_buffer(Pointer context);

    String nft_ctx_get_error_buffer(Pointer context);

    static LibNftables load() {
        return LibraryLoader.create(LibNftables.class)
                .library("nftables")
                .library("libnftables.so.1")
                .failImmediately()
                .load();
    }
}
