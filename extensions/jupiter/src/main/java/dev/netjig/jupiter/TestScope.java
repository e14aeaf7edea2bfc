package dev.netjig.jupiter;

import dev.netjig.topology.InvalidTopologyException;
import dev.netjig.topology.Topology;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a topology is built for: one test, or with {@link SharedTestbed} all tests of a class.
 *
 * @param owner the context that the testbed lives as long as
 * @param elements the classes, outermost first, and the method, whose annotations declare the topology
 */
record TestScope(ExtensionContext owner, List<AnnotatedElement> elements) {

    /** Empty where there is no test yet: in a context of a class whose tests have topologies of their own. */
    static Optional<TestScope> of(ExtensionContext context) {
        List<Class<?>> classes = classes(context);
        for (int i = 0; i < classes.size(); i++) {
            if (AnnotationSupport.isAnnotated(classes.get(i), SharedTestbed.class)) {
                refuseDeclarationsOnMethod(context, classes.get(i));
                return Optional.of(shared(context, classes, i));
            }
        }
        return context.getTestMethod().map(method -> {
            List<AnnotatedElement> elements = new ArrayList<>(classes);
            elements.add(method);
            return new TestScope(context, elements);
        });
    }

    /** All that {@code context} is inside of. */
    static TestScope inside(ExtensionContext context, ExtensionContext owner) {
        List<AnnotatedElement> elements = new ArrayList<>(classes(context));
        context.getTestMethod().ifPresent(elements::add);
        return new TestScope(owner, elements);
    }

    /** The test class and those around it, outermost first. */
    static List<Class<?>> classes(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        return classes;
    }

    /** Every annotation of netjig that counts in this context. */
    static List<Found> declarations(ExtensionContext context) {
        List<Found> all = new ArrayList<>();
        classes(context).forEach(type -> all.addAll(TopologyReader.declarations(type)));
        context.getTestMethod().ifPresent(method -> all.addAll(TopologyReader.declarations(method)));
        return all;
    }

    /** A nested class that adds nothing has the testbed of the class around it. */
    private static TestScope shared(ExtensionContext context, List<Class<?>> classes, int outermost) {
        int innermost = classes.size() - 1;
        while (innermost > outermost
                && TopologyReader.declarations(classes.get(innermost)).isEmpty()) {
            innermost--;
        }
        return new TestScope(
                contextOf(classes.get(innermost), context), List.copyOf(classes.subList(0, innermost + 1)));
    }

    private static ExtensionContext contextOf(Class<?> type, ExtensionContext inside) {
        ExtensionContext context = inside;
        while (!context.getElement().equals(Optional.of(type))) {
            context = context.getParent()
                    .orElseThrow(() -> new IllegalStateException(inside.getUniqueId() + " is not inside " + type));
        }
        return context;
    }

    private static void refuseDeclarationsOnMethod(ExtensionContext context, Class<?> shared) {
        context.getTestMethod().map(TopologyReader::declarations).stream()
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(found -> {
                    throw new ExtensionConfigurationException(
                            found.origin() + ": a method cannot declare anything here,"
                                    + " because @SharedTestbed on " + AnnotationFinder.where(shared)
                                    + " builds the topology once"
                                    + " for all tests; declare it on a class, or take @SharedTestbed away");
                });
    }

    /** Reads and checks the declarations. */
    Topology topology() {
        try {
            return TopologyReader.read(elements);
        } catch (InvalidTopologyException invalid) {
            throw new ExtensionConfigurationException(String.valueOf(invalid.getMessage()), invalid);
        }
    }
}
