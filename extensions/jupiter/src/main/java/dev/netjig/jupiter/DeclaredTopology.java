package dev.netjig.jupiter;

import dev.netjig.topology.InvalidTopologyException;
import dev.netjig.topology.Topology;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topology that annotations declare, without a test that runs: to print the script that builds it, for example.
 *
 * <pre>{@code
 * System.out.println(DeclaredTopology.of(TwoNamespacesOnABridge.class).toShellScript());
 * }</pre>
 */
public final class DeclaredTopology {

    private DeclaredTopology() {}

    /**
     * What a test class, and the classes that it is nested in, declare for each of its tests.
     *
     * @throws InvalidTopologyException if that contradicts itself; names the annotation and its element
     */
    public static Topology of(Class<?> type) {
        return TopologyReader.read(classes(type));
    }

    /** As {@link #of(Class)}, with what {@code test}, a method of {@code type}, declares for itself. */
    public static Topology of(Class<?> type, Method test) {
        List<AnnotatedElement> elements = new ArrayList<>(classes(type));
        elements.add(test);
        return TopologyReader.read(elements);
    }

    /** Outermost first. Only inner classes are nested tests; a static one stands alone. */
    private static List<Class<?>> classes(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> next = type; next != null; next = enclosing(next)) {
            classes.add(0, next);
        }
        return classes;
    }

    private static @Nullable Class<?> enclosing(Class<?> type) {
        return Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
    }
}
