package dev.netjig.kernel.bpf;

/** Type information that is damaged, or lacks what was asked for. */
final class BtfException extends RuntimeException {

    BtfException(String problem) {
        super(problem);
    }
}
