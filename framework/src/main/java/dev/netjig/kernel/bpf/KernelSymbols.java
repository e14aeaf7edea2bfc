package dev.netjig.kernel.bpf;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kernel's functions by address, from {@code /proc/kallsyms}. It is long, so it is read once and only when somebody
 * asks; who may not see addresses reads zeros there, and then nothing is known.
 */
final class KernelSymbols {

    /** No function is longer: an address farther from the last one is of code that is not listed. */
    private static final long LONGEST = 1 << 20;

    private static final class Holder {
        static final KernelSymbols KERNEL = read();
    }

    private final TreeMap<Long, String> functions = new TreeMap<>(Long::compareUnsigned);

    KernelSymbols(Iterable<String> lines) {
        lines.forEach(this::add);
    }

    static Optional<KernelSymbol> at(long address) {
        return Holder.KERNEL.find(address);
    }

    Optional<KernelSymbol> find(long address) {
        Map.Entry<Long, String> function = functions.floorEntry(address);
        if (function == null || Long.compareUnsigned(address - function.getKey(), LONGEST) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new KernelSymbol(function.getValue(), address - function.getKey()));
    }

    /** {@code ffffffff81c0a2b0 T nf_hook_slow}, with {@code \t[module]} behind it where it is a module's. */
    private void add(String line) {
        int type = line.indexOf(' ') + 1;
        if (type < 2 || line.length() < type + 3 || "tTwW".indexOf(line.charAt(type)) < 0) {
            return;
        }
        try {
            long address = Long.parseUnsignedLong(line.substring(0, type - 1), 16);
            if (address != 0) {
                // Where several names share an address, the first one is the function's own.
                functions.putIfAbsent(address, line.substring(type + 2).replace('\t', ' '));
            }
        } catch (NumberFormatException notAnAddress) {
            // not a line that says where a function is
        }
    }

    private static KernelSymbols read() {
        try (BufferedReader lines = Files.newBufferedReader(Path.of("/proc/kallsyms"), StandardCharsets.ISO_8859_1)) {
            return new KernelSymbols(() -> lines.lines().iterator());
        } catch (IOException e) {
            return new KernelSymbols(List.of());
        }
    }
}
