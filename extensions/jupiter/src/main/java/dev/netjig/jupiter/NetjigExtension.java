package dev.netjig.jupiter;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Builds the topology that annotations declare before a test and hands it to parameters. JUnit closes it: the testbed is
 * in the store of its test (or class, with {@link SharedTestbed}) before anything is done in the kernel.
 *
 * <p>Registered by each of netjig's annotations, those on parameters included.
 */
final class NetjigExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                TestInstancePreConstructCallback,
                ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(NetjigExtension.class);

    /** The testbed of a context; a nested class may have one of its own beside that of the class around it. */
    private record Key(String uniqueId) {}

    /** JUnit creates it. */
    NetjigExtension() {}

    /** A constructor's parameters belong to the test that the instance is for, unless it is for all tests. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        setUp(context);
    }

    /** Only here can a test be skipped before its constructor runs: from a parameter's resolution it would fail. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        boolean wanted = Stream.of(factory.getTestClass().getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                .anyMatch(Injection::isInjectable);
        if (wanted) {
            setUp(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        setUp(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Verdicts.publish(context);
        TestScope.of(context)
                .map(TestScope::owner)
                .map(owner -> owner.getStore(NAMESPACE).get(new Key(owner.getUniqueId()), LiveTestbed.class))
                .ifPresent(live -> live.ready().checkSettled());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestEvidence.of(context).collect();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Verdicts.rethrow(context, failure);
    }

    private static void setUp(ExtensionContext context) {
        if (!TestbedExtension.isUsedBy(TestScope.classes(context))) {
            TestScope.of(context).ifPresent(scope -> {
                if (context.getTestMethod().isPresent()) {
                    boolean shared = scope.owner().getTestMethod().isEmpty();
                    TestEvidence.of(context).watch(live(scope), shared);
                }
                testbed(scope);
            });
        }
    }

    static Testbed testbed(TestScope scope) {
        return Prerequisites.ready(live(scope), scope.owner());
    }

    private static LiveTestbed live(TestScope scope) {
        ExtensionContext owner = scope.owner();
        Store store = owner.getStore(NAMESPACE);
        Key key = new Key(owner.getUniqueId());
        Optional<LiveTestbed> existing = Optional.ofNullable(store.get(key, LiveTestbed.class));
        return existing.orElseGet(() -> {
            Topology topology = scope.topology();
            return store.getOrComputeIfAbsent(key, absent -> new LiveTestbed(topology), LiveTestbed.class);
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.isAnnotated(Netns.class)) {
            return true;
        }
        return Injection.isInjectable(parameter.getParameter().getType())
                && !TestbedExtension.isUsedBy(TestScope.classes(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (TestbedExtension.isUsedBy(TestScope.classes(context))) {
            return Injection.value(parameter, TestbedExtension.only(parameter, context));
        }
        TestScope scope = TestScope.of(context)
                .orElseThrow(() -> new ParameterResolutionException("Too early for " + Injection.describe(parameter)
                        + ": each test has a topology of its own, and there is no test yet; take the parameter in the test"
                        + " method or in @BeforeEach, or put @SharedTestbed on the class"));
        return Injection.value(parameter, testbed(scope));
    }

    /** A class can be built from annotations or by code, not by both. */
    static void refuseAnnotations(ExtensionContext context) {
        TestScope.declarations(context).stream().findFirst().ifPresent(found -> {
            throw new ExtensionConfigurationException(
                    found.origin() + ": a class with a TestbedExtension cannot declare"
                            + " anything by annotations; put it into the extension's topology, or use annotations only");
        });
    }
}
