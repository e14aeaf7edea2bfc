package dev.netjig.kernel.bpf;

/**
 * A place in the kernel's code, as {@code /proc/kallsyms} names it.
 *
 * @param name the function; one of a module has the module's name behind it: {@code nft_do_chain [nf_tables]}
 * @param offset bytes from the function's beginning
 */
public record KernelSymbol(String name, long offset) {

    @Override
    public String toString() {
        return name + "+0x" + Long.toHexString(offset);
    }
}
