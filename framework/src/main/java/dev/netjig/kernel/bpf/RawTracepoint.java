package dev.netjig.kernel.bpf;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A program of {@code BPF_PROG_TYPE_RAW_TRACEPOINT}, {@code linux/bpf.h}: loaded once, then attached at will. */
final class RawTracepoint implements AutoCloseable {

    private static final int BPF_PROG_LOAD = 5;
    private static final int BPF_RAW_TRACEPOINT_OPEN = 17;
    private static final int BPF_PROG_TYPE_RAW_TRACEPOINT = 17;

    /** The helpers that read kernel memory are for programs under this licence. */
    private static final String LICENSE = "GPL";

    private static final int LOG = 256 * 1024;
    private static final int LOG_SHOWN = 1500;

    private final Fd program;
    private final String tracepoint;

    private RawTracepoint(Fd program, String tracepoint) {
        this.program = program;
        this.tracepoint = tracepoint;
    }

    /**
     * Loads a program for {@code tracepoint}, which stays unattached.
     *
     * @throws KernelException if the kernel or its verifier refuses, with the end of the verifier's log
     */
    static RawTracepoint load(String tracepoint, byte[] instructions) {
        ByteBuffer code = direct(instructions.length).put(instructions);
        ByteBuffer license = string(LICENSE);
        ByteBuffer attr = direct(48);
        attr.putInt(0, BPF_PROG_TYPE_RAW_TRACEPOINT).putInt(4, instructions.length / BpfProgram.INSTRUCTION);
        attr.putLong(8, Sys.address(code)).putLong(16, Sys.address(license));
        String what = "BPF program for " + tracepoint;
        try {
            return new RawTracepoint(Sys.bpf(BPF_PROG_LOAD, attr, what), tracepoint);
        } catch (KernelException refused) {
            // Once more, for the reason: writing the log takes longer than verifying.
            ByteBuffer log = direct(LOG);
            attr.putInt(24, 1).putInt(28, LOG).putLong(32, Sys.address(log));
            try {
                return new RawTracepoint(Sys.bpf(BPF_PROG_LOAD, attr, what), tracepoint);
            } catch (KernelException again) {
                throw said(log).isEmpty() ? again : again.saying(said(log));
            }
        }
    }

    /** Has the kernel run the program at its tracepoint until the descriptor is closed. */
    Fd attach() {
        ByteBuffer name = string(tracepoint);
        ByteBuffer attr = direct(16);
        attr.putLong(0, Sys.address(name)).putInt(8, program.number());
        return Sys.bpf(BPF_RAW_TRACEPOINT_OPEN, attr, "raw tracepoint " + tracepoint);
    }

    @Override
    public void close() {
        program.close();
    }

    private static String said(ByteBuffer log) {
        int length = 0;
        while (length < LOG && log.get(length) != 0) {
            length++;
        }
        byte[] text = new byte[length];
        log.get(0, text);
        String all = new String(text, StandardCharsets.UTF_8).strip();
        return all.substring(Math.max(0, all.length() - LOG_SHOWN));
    }

    private static ByteBuffer string(String text) {
        return direct(text.length() + 1).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
