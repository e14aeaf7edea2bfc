package dev.netjig.jupiter;

import dev.netjig.testbed.Testbed;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The testbed of the test that runs, for extensions that add something to it: it was built when this is returned.
 *
 * <p>What is added goes into the store of {@link #owner()}: JUnit closes it before the testbed, which was there first.
 */
public final class CurrentTestbed {

    private final Testbed testbed;
    private final TestScope scope;

    private CurrentTestbed(Testbed testbed, TestScope scope) {
        this.testbed = testbed;
        this.scope = scope;
    }

    /** Empty in a context of a class whose tests have testbeds of their own, where there is no test yet. */
    public static Optional<CurrentTestbed> of(ExtensionContext context) {
        if (TestbedExtension.isUsedBy(TestScope.classes(context))) {
            return TestbedExtension.onlyOwned(context)
                    .map(owned -> new CurrentTestbed(owned.testbed(), TestScope.inside(context, owned.owner())));
        }
        return TestScope.of(context).map(scope -> new CurrentTestbed(NetjigExtension.testbed(scope), scope));
    }

    public Testbed testbed() {
        return testbed;
    }

    /** The context that the testbed lives as long as: of a test or, with {@link SharedTestbed}, of a class. */
    public ExtensionContext owner() {
        return scope.owner();
    }

    /** The classes, outermost first, and the method, whose annotations count for this testbed. */
    public List<AnnotatedElement> elements() {
        return List.copyOf(scope.elements());
    }

    /**
     * What {@code setUp} returns. If it fails because this machine lacks something (a privilege, a part of the kernel, a
     * program, or what a {@link MachineLimitException} says), the test is skipped with the reason; with {@code
     * netjig.strict=true} it fails.
     */
    public <T> T orSkip(Supplier<T> setUp) {
        return Prerequisites.ready(setUp, owner());
    }
}
