package dev.netjig.kernel.bpf;

/**
 * The registers of the kernel's virtual machine, {@code BPF_REG_*} of {@code linux/bpf.h}: a call takes its arguments in
 * R1 to R5, destroys them and returns in R0; R6 to R9 survive it; R10 points to the end of 512 bytes of stack.
 */
enum Register {
    R0(0),
    R1(1),
    R2(2),
    R3(3),
    R4(4),
    R5(5),
    R6(6),
    R7(7),
    R8(8),
    R9(9),
    R10(10);

    private final int number;

    Register(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
