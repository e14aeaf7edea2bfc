package dev.netjig.testbed;

/** Something of a testbed could not be let go of; further failures are suppressed in this one. */
public final class UndoFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndoFailedException(Exception first) {
        super("a testbed was not torn down completely: " + first.getMessage(), first);
    }
}
