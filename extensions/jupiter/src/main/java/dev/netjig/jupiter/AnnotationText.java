package dev.netjig.jupiter;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.platform.commons.support.ReflectionSupport;

/** Prints annotations as they are written in source: {@code @Bridge(name = "br0", address = "192.168.0.1/24")}. */
final class AnnotationText {

    /** Reflection has no order of elements, so this is theirs: from where, over what, to how. */
    static final List<String> ORDER =
            List.of(("raw name netns type to via dev src table metric hoplimit key value lo adopted master"
                            + " address mac up mtu peer chain source destination protocol dport iifname oifname target rejectWith"
                            + " backend")
                    .split(" "));

    private AnnotationText() {}

    /** The annotation with the elements that differ from their defaults. */
    static String of(Annotation annotation) {
        Map<String, String> elements = elements(annotation);
        String name = "@" + annotation.annotationType().getSimpleName();
        if (elements.isEmpty()) {
            return name;
        }
        if (elements.keySet().equals(Set.of("value"))) {
            return name + "(" + elements.get("value") + ")";
        }
        return elements.entrySet().stream()
                .map(element -> element.getKey() + " = " + element.getValue())
                .collect(joining(", ", name + "(", ")"));
    }

    /** The elements that differ from their defaults, by name, as they are written. */
    static Map<String, String> elements(Annotation annotation) {
        List<Method> methods =
                new ArrayList<>(List.of(annotation.annotationType().getDeclaredMethods()));
        methods.removeIf(method -> method.isSynthetic() || method.getParameterCount() > 0);
        methods.sort(Comparator.comparingInt(AnnotationText::position).thenComparing(Method::getName));
        Map<String, String> elements = new LinkedHashMap<>();
        for (Method method : methods) {
            Object value = element(annotation, method);
            if (!Objects.deepEquals(value, method.getDefaultValue())) {
                elements.put(method.getName(), value(value));
            }
        }
        return elements;
    }

    /**
     * The value of one element. Asked of the proxy's handler, because the proxy itself refuses where a container is more
     * visible than what it contains, as the container inside a package-private annotation is.
     */
    static Object element(Annotation annotation, Method method) {
        try {
            return Proxy.getInvocationHandler(annotation).invoke(annotation, method, null);
        } catch (Throwable unreadable) {
            throw new IllegalStateException("cannot read " + method.getName() + " of " + annotation, unreadable);
        }
    }

    /** The text of the element {@code value}. */
    static String value(Annotation annotation) {
        return ReflectionSupport.findMethod(annotation.annotationType(), "value")
                .map(method -> (String) element(annotation, method))
                .orElseThrow(() -> new IllegalStateException(annotation.annotationType() + " has no element value"));
    }

    private static int position(Method element) {
        int position = ORDER.indexOf(element.getName());
        return position < 0 ? ORDER.size() : position;
    }

    private static String value(Object value) {
        if (value.getClass().isArray()) {
            List<String> values = IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> value(Array.get(value, i)))
                    .toList();
            return values.size() == 1 ? values.get(0) : "{" + String.join(", ", values) + "}";
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> type) {
            return type.getSimpleName() + ".class";
        }
        return value instanceof Annotation nested ? of(nested) : value.toString();
    }
}
