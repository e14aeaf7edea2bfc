package dev.netjig.shards;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Keeps the tests of this JVM's shard. JUnit finds it by itself, and asks it about engines, classes and methods alike: all
 * below one class is decided by that class; below what has none, as a Cucumber feature, by its unique id.
 *
 * <p>Only {@code -Dnetjig.shard=i/n} and the variables of CI engines turn it on. What a test itself discovers, it leaves
 * whole; so does JUnit's EngineTestKit, which asks no filter.
 */
public final class ShardFilter implements PostDiscoveryFilter {

    private static final FilterResult WHOLE = FilterResult.included("not split into shards");

    private final Settings settings;
    private final BooleanSupplier inTest;
    private @Nullable Function<TestDescriptor, FilterResult> judge;

    public ShardFilter() {
        this(Settings.ofThisJvm(), RunningPlans::any);
    }

    ShardFilter(Settings settings, BooleanSupplier inTest) {
        this.settings = settings;
        this.inTest = inTest;
    }

    /** @throws ShardException if a property or variable has a value that cannot be */
    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        if (descriptor.isRoot() || inTest.getAsBoolean()) {
            return WHOLE;
        }
        return judge().apply(descriptor);
    }

    /** Not in the constructor, whose exceptions a ServiceLoader wraps. */
    private synchronized Function<TestDescriptor, FilterResult> judge() {
        if (judge == null) {
            judge = ShardSelection.of(settings).map(ShardFilter::judgeOf).orElse(descriptor -> WHOLE);
        }
        return judge;
    }

    private static Function<TestDescriptor, FilterResult> judgeOf(ShardSelection selection) {
        return descriptor -> selection.judge(groupOf(descriptor));
    }

    private static String groupOf(TestDescriptor descriptor) {
        return classOf(descriptor)
                .orElseGet(() -> belowRoot(descriptor).getUniqueId().toString());
    }

    /** Of the outermost that has one: a nested class that is inherited belongs to the heir. */
    private static Optional<String> classOf(TestDescriptor descriptor) {
        Optional<String> above = descriptor.getParent().flatMap(ShardFilter::classOf);
        return above.or(() -> descriptor.getSource().flatMap(TopLevelClass::of));
    }

    private static TestDescriptor belowRoot(TestDescriptor descriptor) {
        return descriptor
                .getParent()
                .filter(parent -> !parent.isRoot())
                .map(ShardFilter::belowRoot)
                .orElse(descriptor);
    }
}
