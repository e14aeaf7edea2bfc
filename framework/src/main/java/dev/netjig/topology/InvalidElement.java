package dev.netjig.topology;

/**
 * One element of a declaration (an annotation's element, a builder's call) that cannot be used.
 *
 * @param element its name, with a dot for an element inside another: {@code peer.address}
 * @param given what the user wrote; empty if nothing was given
 * @param rule what is wrong with it, as a predicate: "is no bridge in namespace node"
 * @param allowed what would be right: "declared there: br0"
 */
public record InvalidElement(String element, String given, String rule, String allowed) {

    static InvalidElement of(String element, InvalidValueException refused) {
        return new InvalidElement(element, refused.given(), refused.rule(), refused.allowed());
    }

    static InvalidElement missing(String element, String allowed) {
        return new InvalidElement(element, "", "missing", allowed);
    }

    /** For example {@code element master: "br1" is no bridge in namespace node; declared there: br0}. */
    @Override
    public String toString() {
        String what = given.isEmpty() ? rule : '"' + given + "\" " + rule;
        return "element " + element + ": " + what + "; " + allowed;
    }
}
