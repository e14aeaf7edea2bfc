package dev.netjig.jupiter;

import static java.util.stream.Collectors.joining;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a testbed gives to a parameter. */
final class Injection {

    private static final Set<Class<?>> TYPES = Set.of(Testbed.class, Topology.class, NetworkNamespace.class);

    private Injection() {}

    static boolean isInjectable(Class<?> type) {
        return TYPES.contains(type);
    }

    static Object value(ParameterContext parameter, Testbed testbed) {
        Class<?> type = parameter.getParameter().getType();
        Optional<Netns> netns = parameter.findAnnotation(Netns.class);
        if (type == NetworkNamespace.class) {
            return namespace(parameter, netns, testbed);
        }
        if (netns.isPresent()) {
            throw new ParameterResolutionException(AnnotationText.of(netns.get()) + " on " + describe(parameter)
                    + ": @Netns selects a NetworkNamespace, but the parameter is a " + type.getSimpleName());
        }
        return type == Testbed.class ? testbed : testbed.topology();
    }

    private static NetworkNamespace namespace(ParameterContext parameter, Optional<Netns> netns, Testbed testbed) {
        List<String> known = testbed.topology().namespaces();
        if (netns.isEmpty()) {
            throw new ParameterResolutionException("Which namespace? " + describe(parameter)
                    + " has no @Netns; there are "
                    + known.stream().map(name -> "@Netns(\"" + name + "\")").collect(joining(", ")));
        }
        String name = netns.get().value();
        if (!known.contains(name)) {
            throw new ParameterResolutionException("@Netns(\"" + name + "\") on " + describe(parameter)
                    + ": the topology has no namespace \"" + name + "\"; it has " + String.join(", ", known));
        }
        return testbed.netns(name);
    }

    /** For example {@code parameter red of TwoNamespaces#ping(NetworkNamespace)}. */
    static String describe(ParameterContext context) {
        Parameter parameter = context.getParameter();
        Executable executable = context.getDeclaringExecutable();
        return "parameter " + parameter.getName() + " of "
                + (executable instanceof Method
                        ? AnnotationFinder.where(executable)
                        : "constructor " + AnnotationFinder.name(executable.getDeclaringClass()))
                + Stream.of(executable.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(joining(", ", "(", ")"));
    }
}
