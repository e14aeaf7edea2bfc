package dev.netjig.topology;

/**
 * Who asked for something: the annotation or builder call, and where it stands. Errors, step listings and the comments
 * of firewall rules print it.
 *
 * @param declaration for example {@code @Bridge(name = "br0")} or {@code bridge("br0")}
 * @param where for example {@code class TwoNamespacesOnABridge} or {@code Topology.builder()}
 */
public record Origin(String declaration, String where) {

    /** What netjig does by itself, for example the implicit namespace {@code node}. */
    public static Origin implicit(String declaration) {
        return new Origin(declaration, "every topology");
    }

    /** For example {@code @Bridge(name = "br0") on class TwoNamespacesOnABridge}. */
    @Override
    public String toString() {
        return declaration + " on " + where;
    }
}
