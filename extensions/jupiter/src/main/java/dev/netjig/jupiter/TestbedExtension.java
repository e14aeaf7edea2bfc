package dev.netjig.jupiter;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Builds a topology that was made by code, for what annotations cannot say: generated or large topologies.
 *
 * <pre>{@code
 * class ManyNamespaces {
 *
 *     @RegisterExtension
 *     final TestbedExtension net = TestbedExtension.of(star(50));
 *
 *     @Test
 *     void the_first_reaches_the_last() {
 *         assertThat(net.netns("host1")).canReach("10.0.0.50");
 *     }
 * }
 * }</pre>
 *
 * <p>In a static field (or any field of a class with one instance for all its tests) there is one testbed for all tests of
 * the class, in an instance field one for each test. Parameters of type {@link Testbed}, {@link Topology} and, with {@link
 * Netns}, {@link NetworkNamespace} are injected as they are for annotations.
 */
public final class TestbedExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                TestExecutionExceptionHandler,
                ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestbedExtension.class);

    /** The store's key for the testbeds of all extensions that are in action. */
    private record AllLive(List<LiveTestbed> testbeds) {}

    private final Topology topology;

    /** More than one where classes that inherit a static extension run in parallel. */
    private final Set<LiveTestbed> live = ConcurrentHashMap.newKeySet();

    private TestbedExtension(Topology topology) {
        this.topology = topology;
    }

    /** An extension that builds {@code topology}. */
    public static TestbedExtension of(Topology topology) {
        return new TestbedExtension(topology);
    }

    /** What is built. */
    public Topology topology() {
        return topology;
    }

    /**
     * The testbed of the test that runs.
     *
     * @throws IllegalStateException if none runs, or if several classes that inherit this extension run at once
     */
    public Testbed testbed() {
        List<LiveTestbed> now = List.copyOf(live);
        if (now.isEmpty()) {
            throw new IllegalStateException("there is no testbed before the test begins and after it has ended; is the"
                    + " field of this TestbedExtension annotated with @RegisterExtension?");
        }
        if (now.size() > 1) {
            throw new IllegalStateException(
                    "this TestbedExtension has " + now.size() + " testbeds at the moment, because"
                            + " the classes that inherit it run in parallel; take the Testbed as a parameter");
        }
        return now.get(0).ready();
    }

    /** The namespace that stands for the machine. */
    public NetworkNamespace node() {
        return testbed().node();
    }

    /**
     * A namespace by its name in the topology.
     *
     * @throws java.util.NoSuchElementException if there is none; names those that there are
     */
    public NetworkNamespace netns(String name) {
        return testbed().netns(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        setUp(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        setUp(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Verdicts.publish(context);
        find(context).ifPresent(live -> live.ready().checkSettled());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestEvidence.of(context).collect();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Verdicts.rethrow(context, failure);
    }

    private void setUp(ExtensionContext context) {
        NetjigExtension.refuseAnnotations(context);
        Optional<LiveTestbed> known = find(context);
        if (known.isPresent()) {
            watch(context, known.get(), true);
            return;
        }
        Store store = context.getStore(NAMESPACE);
        LiveTestbed testbed = store.getOrComputeIfAbsent(this, absent -> create(), LiveTestbed.class);
        List<LiveTestbed> all = new ArrayList<>(liveIn(context));
        all.add(testbed);
        store.put(AllLive.class, new AllLive(List.copyOf(all)));
        watch(context, testbed, false);
        Prerequisites.ready(testbed, context);
        live.add(testbed);
    }

    private static void watch(ExtensionContext context, LiveTestbed testbed, boolean shared) {
        if (context.getTestMethod().isPresent()) {
            TestEvidence.of(context).watch(testbed, shared);
        }
    }

    private LiveTestbed create() {
        LiveTestbed[] self = new LiveTestbed[1];
        self[0] = new LiveTestbed(topology, () -> live.remove(self[0]));
        return self[0];
    }

    private Optional<LiveTestbed> find(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(this, LiveTestbed.class));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // One with @Netns also registers NetjigExtension, which then asks this one's testbed.
        return Injection.isInjectable(parameter.getParameter().getType()) && !parameter.isAnnotated(Netns.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.value(parameter, find(context).map(LiveTestbed::ready).orElseThrow(() -> tooEarly(parameter)));
    }

    private static ParameterResolutionException tooEarly(ParameterContext parameter) {
        return new ParameterResolutionException("Too early for " + Injection.describe(parameter) + ": each test has a"
                + " testbed of its own, and there is no test yet; take the parameter in the test method or in @BeforeEach,"
                + " or make the field of the TestbedExtension static");
    }

    /** The only testbed that an extension of this kind has in a context. */
    static Testbed only(ParameterContext parameter, ExtensionContext context) {
        List<LiveTestbed> live = liveIn(context);
        if (live.isEmpty()) {
            throw tooEarly(parameter);
        }
        if (live.size() > 1) {
            throw new ParameterResolutionException(
                    "Which testbed? For " + Injection.describe(parameter) + " there are " + live.size()
                            + " TestbedExtensions in action; ask the one that is meant, as in net.netns(\"red\")");
        }
        return live.get(0).ready();
    }

    /** A testbed and the context that it lives as long as. */
    record Owned(Testbed testbed, ExtensionContext owner) {}

    /** The only testbed in a context; empty if there is none yet or no single one. */
    static Optional<Owned> onlyOwned(ExtensionContext context) {
        List<LiveTestbed> live = liveIn(context);
        if (live.size() != 1) {
            return Optional.empty();
        }
        ExtensionContext owner = context;
        Optional<ExtensionContext> parent = owner.getParent();
        while (parent.isPresent() && liveIn(parent.get()).equals(live)) {
            owner = parent.get();
            parent = owner.getParent();
        }
        return Optional.of(new Owned(live.get(0).ready(), owner));
    }

    private static List<LiveTestbed> liveIn(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrDefault(AllLive.class, AllLive.class, new AllLive(List.of()))
                .testbeds();
    }

    /** Whether one of the classes has a field with this extension, be it in action yet or not. */
    static boolean isUsedBy(List<Class<?>> classes) {
        return classes.stream()
                .anyMatch(type -> !ReflectionSupport.findFields(
                                type,
                                field -> field.getType() == TestbedExtension.class
                                        && AnnotationSupport.isAnnotated(field, RegisterExtension.class),
                                HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty());
    }
}
