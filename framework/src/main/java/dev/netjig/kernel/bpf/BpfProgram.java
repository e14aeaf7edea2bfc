package dev.netjig.kernel.bpf;

import dev.netjig.kernel.libc.Fd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles instructions of the kernel's virtual machine, {@code struct bpf_insn} of {@code linux/bpf.h}. Comments show
 * each as the verifier's log and {@code bpftool prog dump xlated} do.
 */
final class BpfProgram {

    /** {@code sizeof(struct bpf_insn)}. */
    static final int INSTRUCTION = 8;

    /** How much a load or store moves: {@code BPF_SIZE} of {@code linux/bpf_common.h}. */
    enum Size {
        BYTE(0x10),
        HALF(0x08),
        WORD(0x00),
        LONG(0x18);

        private final int code;

        Size(int code) {
            this.code = code;
        }
    }

    /** Unsigned comparisons of 64 bits: {@code BPF_JEQ} … of {@code linux/bpf_common.h} and {@code linux/bpf.h}. */
    enum Condition {
        EQ(0x10),
        GT(0x20),
        GE(0x30),
        NE(0x50),
        LT(0xa0),
        LE(0xb0);

        private final int code;

        Condition(int code) {
            this.code = code;
        }
    }

    private static final int BPF_ST_MEM = 0x62;
    private static final int BPF_STX_MEM = 0x63;
    private static final int BPF_STX_ATOMIC_LONG = 0xdb;
    private static final int BPF_LDX_MEM = 0x61;
    private static final int BPF_LD_IMM64 = 0x18;
    private static final int BPF_ADD_K = 0x07;
    private static final int BPF_ADD_X = 0x0f;
    private static final int BPF_SUB_X = 0x1f;
    private static final int BPF_AND_K = 0x57;
    private static final int BPF_MOV_K = 0xb7;
    private static final int BPF_MOV_X = 0xbf;
    private static final int BPF_JA = 0x05;
    private static final int BPF_JMP_K = 0x05;
    private static final int BPF_JMP_X = 0x0d;
    private static final int BPF_CALL = 0x85;
    private static final int BPF_EXIT = 0x95;
    private static final int BPF_PSEUDO_MAP_FD = 1;

    private record Instruction(int code, int dst, int src, int off, int imm) {}

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<Integer, String> jumps = new HashMap<>();

    /** {@code dst = value}. */
    BpfProgram move(Register dst, int value) {
        return add(BPF_MOV_K, dst.number(), 0, 0, value);
    }

    /** {@code dst = src}. */
    BpfProgram move(Register dst, Register src) {
        return add(BPF_MOV_X, dst.number(), src.number(), 0, 0);
    }

    /** {@code dst = map[…]}: the map's address in the kernel. */
    BpfProgram move(Register dst, Fd map) {
        add(BPF_LD_IMM64, dst.number(), BPF_PSEUDO_MAP_FD, 0, map.number());
        return add(0, 0, 0, 0, 0);
    }

    /** {@code dst += value}. */
    BpfProgram add(Register dst, int value) {
        return add(BPF_ADD_K, dst.number(), 0, 0, value);
    }

    /** {@code dst += src}. */
    BpfProgram add(Register dst, Register src) {
        return add(BPF_ADD_X, dst.number(), src.number(), 0, 0);
    }

    /** {@code dst -= src}. */
    BpfProgram subtract(Register dst, Register src) {
        return add(BPF_SUB_X, dst.number(), src.number(), 0, 0);
    }

    /** {@code dst &= mask}, whose sign fills the upper half. */
    BpfProgram and(Register dst, int mask) {
        return add(BPF_AND_K, dst.number(), 0, 0, mask);
    }

    /** {@code dst = *(u32 *)(src + offset)}, zero-extended. */
    BpfProgram load(Size size, Register dst, Register src, int offset) {
        return add(BPF_LDX_MEM | size.code, dst.number(), src.number(), offset, 0);
    }

    /** {@code *(u32 *)(dst + offset) = src}. */
    BpfProgram store(Size size, Register dst, int offset, Register src) {
        return add(BPF_STX_MEM | size.code, dst.number(), src.number(), offset, 0);
    }

    /** {@code *(u32 *)(dst + offset) = value}. */
    BpfProgram store(Size size, Register dst, int offset, int value) {
        return add(BPF_ST_MEM | size.code, dst.number(), 0, offset, value);
    }

    /** {@code lock *(u64 *)(dst + offset) += src}. */
    BpfProgram atomicAdd(Register dst, int offset, Register src) {
        return add(BPF_STX_ATOMIC_LONG, dst.number(), src.number(), offset, 0);
    }

    /** {@code goto label}. */
    BpfProgram jump(String label) {
        return jumpTo(label).add(BPF_JA, 0, 0, 0, 0);
    }

    /** {@code if left == right goto label}. */
    BpfProgram jumpIf(Register left, Condition condition, int right, String label) {
        return jumpTo(label).add(BPF_JMP_K | condition.code, left.number(), 0, 0, right);
    }

    /** {@code if left == right goto label}. */
    BpfProgram jumpIf(Register left, Condition condition, Register right, String label) {
        return jumpTo(label).add(BPF_JMP_X | condition.code, left.number(), right.number(), 0, 0);
    }

    /** {@code call helper}: a function of the kernel, by its number in {@code __BPF_FUNC_MAPPER}. */
    BpfProgram call(int helper) {
        return add(BPF_CALL, 0, 0, 0, helper);
    }

    BpfProgram exit() {
        return add(BPF_EXIT, 0, 0, 0, 0);
    }

    /** Gives the next instruction a name to jump to. */
    BpfProgram label(String label) {
        if (labels.putIfAbsent(label, instructions.size()) != null) {
            throw new IllegalStateException("there are two labels " + label);
        }
        return this;
    }

    /** The instructions in the machine's byte order, as {@code BPF_PROG_LOAD} takes them. */
    byte[] assemble() {
        ByteBuffer code = ByteBuffer.allocate(instructions.size() * INSTRUCTION).order(ByteOrder.nativeOrder());
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            int dst = instruction.dst;
            int src = instruction.src;
            code.put((byte) instruction.code)
                    // two bit fields of four bits, which a compiler lays out in the machine's order
                    .put((byte) (little ? dst | src << 4 : dst << 4 | src))
                    .putShort((short) (instruction.off + distance(i)))
                    .putInt(instruction.imm);
        }
        return code.array();
    }

    /** A jump's offset counts from the instruction after it. */
    private int distance(int from) {
        String label = jumps.get(from);
        if (label == null) {
            return 0;
        }
        Integer target = labels.get(label);
        if (target == null) {
            throw new IllegalStateException("a jump goes to " + label + ", which is no label");
        }
        return target - from - 1;
    }

    private BpfProgram jumpTo(String label) {
        jumps.put(instructions.size(), label);
        return this;
    }

    private BpfProgram add(int code, int dst, int src, int off, int imm) {
        if (off != (short) off) {
            throw new IllegalArgumentException("an offset has 16 bits, got " + off);
        }
        instructions.add(new Instruction(code, dst, src, off, imm));
        return this;
    }
}
