package dev.netjig.topology;

/**
 * A text or number that a value type refuses. Says the same three things everywhere: what was given, which rule it
 * breaks, and what is allowed.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String given;
    private final String rule;
    private final String allowed;

    /**
     * @param given the refused text, as the user wrote it
     * @param rule what is wrong with it, as a predicate: "is 16 bytes long"
     * @param allowed what would be right: "a device name has 1 to 15 bytes"
     */
    public InvalidValueException(String given, String rule, String allowed) {
        super('"' + given + "\" " + rule + "; " + allowed);
        this.given = given;
        this.rule = rule;
        this.allowed = allowed;
    }

    /** The refused text, as the user wrote it. */
    public String given() {
        return given;
    }

    /** What is wrong with it. */
    public String rule() {
        return rule;
    }

    /** What would be right. */
    public String allowed() {
        return allowed;
    }
}
