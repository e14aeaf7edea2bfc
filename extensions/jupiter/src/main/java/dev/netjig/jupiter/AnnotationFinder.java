package dev.netjig.jupiter;

import dev.netjig.topology.Origin;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds netjig's annotations on a class or method: written there, inherited from superclasses and interfaces, or brought
 * by composed annotations.
 *
 * <p>Not done with JUnit's own search: that finds one type at a time and forgets which composed annotation brought what.
 */
final class AnnotationFinder {

    private static final Set<Class<? extends Annotation>> KINDS = Set.of(
            Netns.class,
            VethPair.class,
            Bridge.class,
            Address.class,
            Route.class,
            Sysctl.class,
            ChainPolicy.class,
            Masquerade.class,
            FirewallRule.class,
            Firewall.class);

    private final List<List<Found>> layers = new ArrayList<>();
    private final Set<Class<?>> visited = new HashSet<>();

    private AnnotationFinder() {}

    /**
     * The annotations in layers, each of which may override those before it: what is inherited before what is written on
     * the element, what composed annotations bring before what is written beside them. No layer is empty.
     */
    static List<List<Found>> layers(AnnotatedElement element) {
        AnnotationFinder finder = new AnnotationFinder();
        if (element instanceof Class<?> type) {
            finder.visit(type);
        } else {
            finder.add(element, where(element));
        }
        return finder.layers;
    }

    private void visit(Class<?> type) {
        if (!visited.add(type)) {
            return;
        }
        Class<?> superclass = type.getSuperclass();
        if (superclass != null) {
            visit(superclass);
        }
        for (Class<?> each : type.getInterfaces()) {
            visit(each);
        }
        add(type, where(type));
    }

    /** Whether it is one for fields, each of which stands for an adopted namespace. */
    static boolean isForFields(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(AdoptedNetns.class);
    }

    private static List<Found> fields(Class<?> type) {
        List<Found> all = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            for (Annotation annotation : field.getDeclaredAnnotations()) {
                if (isForFields(annotation)) {
                    String where = "field " + name(type) + "." + field.getName();
                    all.add(new Found(annotation, new Origin(AnnotationText.of(annotation), where)));
                }
            }
        }
        return all;
    }

    private void add(AnnotatedElement element, String where) {
        // The deepest composed annotation is the outermost layer; ties stay in the order in which they are written.
        NavigableMap<Integer, List<Found>> byDepth = new TreeMap<>(Comparator.reverseOrder());
        new Expansion(where, byDepth).expand(element.getDeclaredAnnotations(), "", 0);
        if (element instanceof Class<?> type) {
            List<Found> fields = fields(type);
            if (!fields.isEmpty()) {
                byDepth.computeIfAbsent(0, key -> new ArrayList<>()).addAll(fields);
            }
        }
        layers.addAll(byDepth.values());
    }

    /** The walk through the annotations on one element and the annotations on those. */
    private static final class Expansion {

        private final String where;
        private final NavigableMap<Integer, List<Found>> byDepth;
        private final Set<Class<?>> path = new HashSet<>();

        Expansion(String where, NavigableMap<Integer, List<Found>> byDepth) {
            this.where = where;
            this.byDepth = byDepth;
        }

        void expand(Annotation[] annotations, String from, int depth) {
            for (Annotation annotation : annotations) {
                Class<? extends Annotation> type = annotation.annotationType();
                if (KINDS.contains(type)) {
                    Origin origin = new Origin(AnnotationText.of(annotation) + from, where);
                    byDepth.computeIfAbsent(depth, key -> new ArrayList<>()).add(new Found(annotation, origin));
                } else if (isContainer(type)) {
                    expand(contained(annotation), from, depth);
                } else if (isComposed(type) && path.add(type)) {
                    expand(type.getDeclaredAnnotations(), " from " + AnnotationText.of(annotation) + from, depth + 1);
                    path.remove(type);
                }
            }
        }

        /** Java's and JUnit's own annotations are composed of nothing of ours. */
        private static boolean isComposed(Class<?> type) {
            return !type.getName().startsWith("java.") && !type.getName().startsWith("org.junit.");
        }

        private static boolean isContainer(Class<? extends Annotation> type) {
            return ReflectionSupport.findMethod(type, "value")
                    .map(Method::getReturnType)
                    .map(Class::getComponentType)
                    .map(contained -> contained.getAnnotation(Repeatable.class))
                    .filter(repeatable -> repeatable.value() == type)
                    .isPresent();
        }

        private static Annotation[] contained(Annotation container) {
            return ReflectionSupport.findMethod(container.annotationType(), "value")
                    .map(value -> (Annotation[]) AnnotationText.element(container, value))
                    .orElseThrow();
        }
    }

    /** For example {@code class TwoNamespaces.WithMasquerade} or {@code TwoNamespaces#forward_drop}. */
    static String where(AnnotatedElement element) {
        if (element instanceof Method method) {
            return name(method.getDeclaringClass()) + "#" + method.getName();
        }
        Class<?> type = (Class<?>) element;
        return (type.isInterface() ? "interface " : "class ") + name(type);
    }

    /** The name without its package. */
    static String name(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return (enclosing == null ? "" : name(enclosing) + ".") + type.getSimpleName();
    }
}
