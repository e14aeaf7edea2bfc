package dev.netjig.shards;

/** A property, a variable or a file says something about shards that cannot be; the message says what can. */
public final class ShardException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ShardException(String message) {
        super("netjig: " + message);
    }

    /** {@code name} has the value {@code given}, which is not {@code allowed}. */
    static ShardException notAllowed(String name, String given, String allowed) {
        return new ShardException(name + " is '" + given + "'; allowed is " + allowed);
    }
}
