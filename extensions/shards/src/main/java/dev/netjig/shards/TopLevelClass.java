package dev.netjig.shards;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The class of a test, by its outermost name: nested classes are of one shard and one duration with it. */
final class TopLevelClass {

    private TopLevelClass() {}

    static Optional<String> of(TestSource source) {
        if (source instanceof ClassSource type) {
            return Optional.of(outermost(type.getClassName()));
        }
        if (source instanceof MethodSource method) {
            return Optional.of(outermost(method.getClassName()));
        }
        return Optional.empty();
    }

    /** From its second letter on, a dollar in a class's name stands before what is nested in it. */
    private static String outermost(String className) {
        int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
        return dollar < 0 ? className : className.substring(0, dollar);
    }
}
