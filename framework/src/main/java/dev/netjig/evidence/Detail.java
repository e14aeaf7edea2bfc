package dev.netjig.evidence;

/** How much is wanted. */
public enum Detail {
    /** Everything: somebody will look for what went wrong. */
    FULL,
    /** Little, and quickly: some kilobytes, for a test of which nobody may ever want to know more. */
    SUMMARY
}
