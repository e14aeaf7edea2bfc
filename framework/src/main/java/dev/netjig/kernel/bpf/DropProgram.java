package dev.netjig.kernel.bpf;

import static dev.netjig.kernel.bpf.Register.R0;
import static dev.netjig.kernel.bpf.Register.R1;
import static dev.netjig.kernel.bpf.Register.R10;
import static dev.netjig.kernel.bpf.Register.R2;
import static dev.netjig.kernel.bpf.Register.R3;
import static dev.netjig.kernel.bpf.Register.R6;
import static dev.netjig.kernel.bpf.Register.R7;
import static dev.netjig.kernel.bpf.Register.R8;
import static dev.netjig.kernel.bpf.Register.R9;

import dev.netjig.kernel.bpf.BpfProgram.Condition;
import dev.netjig.kernel.bpf.BpfProgram.Size;
import dev.netjig.kernel.libc.Fd;

/**
 * Writes the program that the kernel runs for each packet that it drops:
 *
 * <pre>
 * for each of skb-&gt;dev's, skb-&gt;sk's and skb-&gt;dst-&gt;dev's namespace: if the filter has its inode, report and stop
 * </pre>
 *
 * <p>A packet on its way out has no device until it is routed out of one, but a socket; an answer of the kernel's own has
 * at times only a route. A packet that waits in a socket's queue has something else where the device was: that is read
 * like a pointer, harmlessly, and leads to no namespace that is watched.
 *
 * <p>Its registers: R6 the packet ({@code struct sk_buff *}), R7 the tracepoint's arguments, R8 the namespace's entry in
 * the filter, R9 the device.
 */
final class DropProgram {

    private static final int BPF_FUNC_MAP_LOOKUP_ELEM = 1;
    private static final int BPF_FUNC_KTIME_GET_NS = 5;
    private static final int BPF_FUNC_MAP_PUSH_ELEM = 87;
    private static final int BPF_FUNC_PROBE_READ_KERNEL = 113;

    // The tracepoint's arguments, each in a u64.
    private static final int SKB = 0;
    private static final int LOCATION = 8;
    private static final int REASON = 16;

    /** The lower bits of {@code _skb_refdst}: {@code SKB_DST_PTRMASK} of {@code linux/skbuff.h}. */
    private static final int SKB_DST_PTRMASK = ~7;

    // On the stack, counted from its end.
    private static final int EVENT = -DropEvent.SIZE;
    private static final int SCRATCH = EVENT - 8;

    private final KernelLayout kernel;
    private final BpfProgram code = new BpfProgram();

    private DropProgram(KernelLayout kernel) {
        this.kernel = kernel;
    }

    /**
     * The instructions.
     *
     * @param filter from the inode of a namespace that is watched to the number of packets that were not reported
     * @param queue takes {@link DropEvent}s
     */
    static byte[] assemble(KernelLayout kernel, Fd filter, Fd queue) {
        DropProgram program = new DropProgram(kernel);
        program.ignoreTheConsumed();
        program.findNamespace(filter);
        program.describePacket();
        program.copyPacket();
        program.report(queue);
        return program.code.assemble();
    }

    private void ignoreTheConsumed() {
        code.move(R7, R1).load(Size.LONG, R6, R7, SKB).load(Size.WORD, R8, R7, REASON);
        kernel.notDropped().forEach(reason -> code.jumpIf(R8, Condition.EQ, reason, "out"));
    }

    private void findNamespace(Fd filter) {
        read(Size.LONG, R6, kernel.skbDev(), "no device");
        code.jumpIf(R0, Condition.EQ, 0, "no device").move(R9, R0);
        read(Size.LONG, R9, kernel.devNet(), "no device");
        lookUp(filter, "no device");

        code.label("no device").move(R9, 0);
        read(Size.LONG, R6, kernel.skbSk(), "no socket");
        code.jumpIf(R0, Condition.EQ, 0, "no socket");
        read(Size.LONG, R0, kernel.sockNet(), "no socket");
        lookUp(filter, "no socket");

        code.label("no socket");
        read(Size.LONG, R6, kernel.skbDst(), "out");
        code.and(R0, SKB_DST_PTRMASK).jumpIf(R0, Condition.EQ, 0, "out");
        read(Size.LONG, R0, kernel.dstDev(), "out");
        code.jumpIf(R0, Condition.EQ, 0, "out").move(R9, R0);
        read(Size.LONG, R9, kernel.devNet(), "out");
        lookUp(filter, "out");
        code.jump("out");
    }

    /** R0 = the entry for the {@code struct net *} in R0; leaves the inode in the event. */
    private void lookUp(Fd filter, String otherwise) {
        code.move(R3, R0).add(R3, kernel.netInode());
        copy(EVENT + DropEvent.NETNS, 4);
        code.jumpIf(R0, Condition.NE, 0, otherwise)
                .move(R1, filter)
                .move(R2, R10)
                .add(R2, EVENT + DropEvent.NETNS)
                .call(BPF_FUNC_MAP_LOOKUP_ELEM)
                .jumpIf(R0, Condition.NE, 0, "watched");
    }

    private void describePacket() {
        code.label("watched").move(R8, R0);
        for (int at = 0; at < DropEvent.SIZE; at += Long.BYTES) {
            // The inode is there already; its other half is the reason's place.
            if (at != DropEvent.NETNS) {
                code.store(Size.LONG, R10, EVENT + at, 0);
            }
        }
        code.call(BPF_FUNC_KTIME_GET_NS)
                .store(Size.LONG, R10, EVENT + DropEvent.TIME, R0)
                .load(Size.LONG, R1, R7, LOCATION)
                .store(Size.LONG, R10, EVENT + DropEvent.LOCATION, R1)
                .load(Size.WORD, R1, R7, REASON)
                .store(Size.WORD, R10, EVENT + DropEvent.REASON, R1);
        copyField(R6, kernel.skbIif(), DropEvent.IIF, 4);
        copyField(R6, kernel.skbProtocol(), DropEvent.PROTOCOL, 2);
        copyField(R6, kernel.skbLen(), DropEvent.LENGTH, 4);
        code.jumpIf(R9, Condition.EQ, 0, "described");
        copyField(R9, kernel.devIfindex(), DropEvent.IFINDEX, 4);
        copyField(R9, kernel.devName(), DropEvent.NAME, 16);
        code.label("described");
    }

    /** What lies between the network header and the end of the linear part, as much as the event takes. */
    private void copyPacket() {
        read(Size.LONG, R6, kernel.skbHead(), "push");
        code.move(R7, R0);
        read(Size.HALF, R6, kernel.skbNetworkHeader(), "push");
        code.move(R9, R0).jumpIf(R9, Condition.NE, 0, "has header");
        read(Size.LONG, R6, kernel.skbData(), "push");
        code.move(R9, R0).subtract(R9, R7);
        code.label("has header");
        read(Size.WORD, R6, kernel.skbTail(), "push");
        code.jumpIf(R9, Condition.GE, R0, "push")
                .subtract(R0, R9)
                .jumpIf(R0, Condition.LE, DropEvent.MOST_CAPTURED, "short enough")
                .move(R0, DropEvent.MOST_CAPTURED)
                .label("short enough")
                .store(Size.WORD, R10, EVENT + DropEvent.CAPTURED, R0)
                .move(R2, R0)
                .move(R3, R7)
                .add(R3, R9)
                .move(R1, R10)
                .add(R1, EVENT + DropEvent.PACKET)
                .call(BPF_FUNC_PROBE_READ_KERNEL);
    }

    private void report(Fd queue) {
        code.label("push")
                .move(R1, queue)
                .move(R2, R10)
                .add(R2, EVENT)
                .move(R3, 0)
                .call(BPF_FUNC_MAP_PUSH_ELEM)
                .jumpIf(R0, Condition.EQ, 0, "out")
                .move(R1, 1)
                .atomicAdd(R8, 0, R1)
                .label("out")
                .move(R0, 0)
                .exit();
    }

    /** R0 = what is at {@code offset} of the kernel's structure that {@code structure} points to. */
    private void read(Size size, Register structure, int offset, String otherwise) {
        int bytes = size == Size.LONG ? 8 : size == Size.WORD ? 4 : 2;
        code.move(R3, structure).add(R3, offset);
        copy(SCRATCH, bytes);
        code.jumpIf(R0, Condition.NE, 0, otherwise).load(size, R0, R10, SCRATCH);
    }

    private void copyField(Register structure, int offset, int to, int bytes) {
        code.move(R3, structure).add(R3, offset);
        copy(EVENT + to, bytes);
    }

    /** Copies from the address in R3 to the stack; R0 is 0 if that could be read. */
    private void copy(int to, int bytes) {
        code.move(R1, R10).add(R1, to).move(R2, bytes).call(BPF_FUNC_PROBE_READ_KERNEL);
    }
}
