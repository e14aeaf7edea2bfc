package dev.netjig.testbed;

/**
 * Something that a test has begun and must finish before its testbed closes, for example an expected failure whose reason
 * it still owes. An obligation that is not settled fails the closing with its text.
 */
public final class Obligation {

    private final String text;
    private final Thread debtor = Thread.currentThread();
    private volatile boolean settled;

    Obligation(String text) {
        this.text = text;
    }

    public void settle() {
        settled = true;
    }

    /** Whether the calling thread owes it. */
    boolean isMine() {
        return Thread.currentThread() == debtor;
    }

    boolean isSettled() {
        return settled;
    }

    String text() {
        return text;
    }
}
