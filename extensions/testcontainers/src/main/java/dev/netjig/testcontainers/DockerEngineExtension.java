package dev.netjig.testcontainers;

import dev.netjig.jupiter.CurrentTestbed;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts the engines that {@link DockerEngine} declares for a testbed, and hands them to parameters. JUnit closes them:
 * they are in the store of the testbed's owner before anything is started, and go before the testbed does.
 */
final class DockerEngineExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DockerEngineExtension.class);

    /** The engines of a context; a nested class may have its own beside those of the class around it. */
    private record Key(String uniqueId) {}

    /** JUnit creates it. */
    DockerEngineExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        engines(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        engines(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Engine.class || parameter.isAnnotated(DockerEngine.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = parameter.getParameter().getName();
        if (parameter.getParameter().getType() != Engine.class) {
            throw new ParameterResolutionException(
                    "@DockerEngine on parameter " + name + ": it selects an Engine, but the parameter is a "
                            + parameter.getParameter().getType().getSimpleName());
        }
        Map<String, Engine> engines = engines(context)
                .orElseThrow(() -> new ParameterResolutionException("Too early for parameter " + name
                        + ": each test has an engine of its own, and there is no test yet; put"
                        + " @DockerEngine on the class"));
        Optional<String> wanted = parameter.findAnnotation(DockerEngine.class).map(DockerEngine::netns);
        if (wanted.isEmpty() && engines.size() != 1) {
            throw new ParameterResolutionException(
                    "Which engine? Parameter " + name + " has no @DockerEngine; there are " + "engines in "
                            + (engines.isEmpty() ? "no namespace" : String.join(", ", engines.keySet())));
        }
        String netns = wanted.orElseGet(() -> engines.keySet().iterator().next());
        Engine engine = engines.get(netns);
        if (engine == null) {
            throw new ParameterResolutionException("@DockerEngine(netns = \"" + netns + "\") on parameter " + name
                    + ": no engine runs there, but in " + String.join(", ", engines.keySet()));
        }
        return engine;
    }

    /** The running engines by their namespaces; empty where there is no test yet. */
    private static Optional<Map<String, Engine>> engines(ExtensionContext context) {
        return CurrentTestbed.of(context).map(testbed -> {
            refuseLateDeclarations(context, testbed);
            Map<String, Engine> running = new LinkedHashMap<>();
            for (DockerEngine declared : declarations(testbed.elements())) {
                if (running.containsKey(declared.netns())) {
                    throw new ExtensionConfigurationException("@DockerEngine(netns = \"" + declared.netns()
                            + "\") is declared twice; a namespace has room for one engine");
                }
                running.put(declared.netns(), engine(testbed, declared));
            }
            return running;
        });
    }

    private static Engine engine(CurrentTestbed testbed, DockerEngine declared) {
        Store store = testbed.owner().getStore(NAMESPACE);
        Key key = new Key(testbed.owner().getUniqueId() + " " + declared.netns());
        LiveEngine live = store.getOrComputeIfAbsent(
                key,
                absent -> new LiveEngine(
                        Engine.in(testbed.testbed().netns(declared.netns()))
                                .options(declared.options())
                                .daemonJson(declared.daemonJson()),
                        List.of(declared.images())),
                LiveEngine.class);
        return testbed.orSkip(live::ready);
    }

    private static List<DockerEngine> declarations(List<AnnotatedElement> elements) {
        List<DockerEngine> all = new ArrayList<>();
        elements.forEach(
                element -> all.addAll(AnnotationSupport.findRepeatableAnnotations(element, DockerEngine.class)));
        return all;
    }

    /** Those on what shares the testbed of a class around it come too late to be built with it. */
    private static void refuseLateDeclarations(ExtensionContext context, CurrentTestbed testbed) {
        List<AnnotatedElement> here = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(here::add);
        context.getTestMethod().ifPresent(here::add);
        here.removeAll(testbed.elements());
        if (!declarations(here).isEmpty()) {
            throw new ExtensionConfigurationException("@DockerEngine on " + here + ": the tests share the testbed of a"
                    + " class around them, whose engines are declared on that class");
        }
    }
}
