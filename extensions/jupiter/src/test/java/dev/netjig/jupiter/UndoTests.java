package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left, however a test ends. Isolated: it counts the namespaces that the whole JVM holds. */
@Isolated
class UndoTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Netns("red")
    static class PassingTestCase {

        @Test
        void test() {
            assertThat(heldNamespaces())
                    .as("namespaces held while the test runs")
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Netns("red")
    static class FailingTestCase {

        @Test
        void test() {
            fail("on purpose");
        }
    }

    /** Fails in the kernel when its namespaces exist already. */
    @Netns("red")
    @Sysctl(netns = "red", key = "net.ipv4.no_such_key", value = "1")
    static class FailingSetUpTestCase {

        @Test
        void test() {}
    }

    @Netns("red")
    @Sysctl(netns = "red", key = "net.ipv4.no_such_key", value = "1")
    @SharedTestbed
    static class FailingSharedSetUpTestCase {

        @Test
        void test() {}
    }

    static class FailingProgrammaticSetUpTestCase {

        @RegisterExtension
        final TestbedExtension net = TestbedExtension.of(TopologyReader.read(List.of(FailingSetUpTestCase.class)));

        @Test
        void test() {}
    }

    @Netns("red")
    static class FailingConstructorTestCase {

        FailingConstructorTestCase(Testbed testbed) {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void test() {}
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PassingTestCase.class,
                FailingTestCase.class,
                FailingSetUpTestCase.class,
                FailingSharedSetUpTestCase.class,
                FailingProgrammaticSetUpTestCase.class,
                FailingConstructorTestCase.class
            })
    void no_namespace_is_held_afterwards(Class<?> type) {
        long before = heldNamespaces();

        Kit.run(type);

        assertThat(heldNamespaces()).isEqualTo(before);
    }

    private static long heldNamespaces() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(UndoTests::isNamespace).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNamespace(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("net:[");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
