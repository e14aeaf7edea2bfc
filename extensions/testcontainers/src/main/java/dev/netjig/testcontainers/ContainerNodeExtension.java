package dev.netjig.testcontainers;

import dev.netjig.jupiter.CurrentTestbed;
import dev.netjig.jupiter.MachineLimitException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.lifecycle.Startable;

/** Starts the containers of fields with {@link ContainerNode}, and takes them into the testbed of each test. */
final class ContainerNodeExtension implements BeforeAllCallback, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ContainerNodeExtension.class);

    /** JUnit creates it. */
    ContainerNodeExtension() {}

    /** A container that this extension has started. */
    private record Started(Startable container) implements AutoCloseable {

        @Override
        public void close() {
            container.stop();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        join(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        join(context);
    }

    private static void join(ExtensionContext context) {
        CurrentTestbed.of(context)
                .ifPresent(testbed -> testbed.elements().stream()
                        .flatMap(element -> fields(element).stream())
                        .forEach(field -> join(field, context, testbed)));
    }

    private static List<Field> fields(AnnotatedElement element) {
        return element instanceof Class<?> type
                ? ReflectionSupport.findFields(
                        type,
                        field -> AnnotationSupport.isAnnotated(field, ContainerNode.class),
                        HierarchyTraversalMode.TOP_DOWN)
                : List.of();
    }

    private static void join(Field field, ExtensionContext context, CurrentTestbed testbed) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        if (!isStatic && testbed.owner().getTestMethod().isEmpty()) {
            throw mistake(field, "one topology for all tests needs one container, in a static field");
        }
        ContainerState container = container(field, context);
        String name = AnnotationSupport.findAnnotation(field, ContainerNode.class)
                .orElseThrow()
                .value();
        testbed.orSkip(() -> {
            start(container, field, isStatic ? ofClass(field, context) : context);
            return Containers.join(testbed.testbed(), name, container.getDockerClient(), container.getContainerId());
        });
    }

    private static void start(ContainerState container, Field field, ExtensionContext owner) {
        if (!(container instanceof Startable startable)) {
            return;
        }
        // One test at a time: what another one is starting runs afterwards.
        synchronized (container) {
            if (container.getContainerId() == null || !container.isRunning()) {
                if (!DockerClientFactory.instance().isDockerAvailable()) {
                    throw new MachineLimitException("Testcontainers finds no Docker engine for the container in field "
                            + field.getName() + "\n  remedy: start one, or set DOCKER_HOST");
                }
                owner.getStore(NAMESPACE).put(field, new Started(startable));
                startable.start();
            }
        }
    }

    private static ContainerState container(Field field, ExtensionContext context) {
        try {
            field.setAccessible(true);
            Object instance = context.getTestInstances()
                    .flatMap(instances -> instances.findInstance(field.getDeclaringClass()))
                    .orElse(null);
            if (field.get(instance) instanceof ContainerState container) {
                return container;
            }
            throw mistake(field, "it stands on a container of Testcontainers, which must be there before the tests");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    /** The context of the outermost class that has the field. */
    private static ExtensionContext ofClass(Field field, ExtensionContext context) {
        ExtensionContext found = context;
        Optional<ExtensionContext> next = Optional.of(context);
        while (next.isPresent()) {
            boolean hasField = next.get()
                    .getTestClass()
                    .filter(field.getDeclaringClass()::isAssignableFrom)
                    .isPresent();
            if (hasField && next.get().getTestMethod().isEmpty()) {
                found = next.get();
            }
            next = next.get().getParent();
        }
        return found;
    }

    private static ExtensionConfigurationException mistake(Field field, String rule) {
        return new ExtensionConfigurationException("@ContainerNode on field "
                + field.getDeclaringClass().getSimpleName() + "." + field.getName() + ": " + rule);
    }
}
