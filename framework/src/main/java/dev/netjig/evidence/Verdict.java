package dev.netjig.evidence;

/** How a test ended. */
public enum Verdict {
    PASSED,
    FAILED,
    /** It neither passed nor failed: an assumption did not hold, or the evidence did not decide. */
    ABORTED
}
