package dev.netjig.topology;

/**
 * Why a topology is refused: which declaration, and what is wrong with which of its elements.
 *
 * @param origin the declaration
 * @param element its element, the rule, what is allowed and what was given
 */
public record Problem(Origin origin, InvalidElement element) {

    /**
     * For example {@code @VethPair(name = "veth1-r") on class X: element master: "br1" is no bridge in namespace node;
     * declared there: br0}.
     */
    @Override
    public String toString() {
        return origin + ": " + element;
    }
}
