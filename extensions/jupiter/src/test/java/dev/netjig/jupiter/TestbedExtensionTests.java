package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Topologies made by code. */
class TestbedExtensionTests {

    private static final Topology RED = Topology.builder().netns("red").build();

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    static class InstanceTestCase {

        static final Set<Testbed> SEEN = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final TestbedExtension net = TestbedExtension.of(RED);

        @BeforeEach
        void before(@Netns("red") NetworkNamespace red) {
            assertThat(red).isSameAs(net.netns("red"));
        }

        @RepeatedTest(2)
        void test(Testbed testbed, Topology topology, @Netns("node") NetworkNamespace node) {
            SEEN.add(testbed);
            assertThat(testbed).isSameAs(net.testbed());
            assertThat(topology).isSameAs(RED).isSameAs(net.topology());
            assertThat(node).isSameAs(net.node());
        }

        @Nested
        class Inner {

            @Test
            void test(@Netns("red") NetworkNamespace red) {
                SEEN.add(net.testbed());
                assertThat(red).isSameAs(net.netns("red"));
            }
        }
    }

    @Test
    void an_instance_field_has_a_testbed_for_each_test() {
        passes(InstanceTestCase.class, 3);

        assertThat(InstanceTestCase.SEEN).hasSize(3);
    }

    static class StaticTestCase {

        static final Set<Testbed> SEEN = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        static final TestbedExtension NET = TestbedExtension.of(RED);

        StaticTestCase(@Netns("red") NetworkNamespace red) {
            assertThat(red).isSameAs(NET.netns("red"));
        }

        @BeforeAll
        static void before(@Netns("red") NetworkNamespace red, Testbed testbed) {
            SEEN.add(testbed);
            assertThat(red).isSameAs(NET.netns("red"));
        }

        @RepeatedTest(2)
        void test(Testbed testbed) {
            SEEN.add(testbed);
        }

        @Nested
        class Inner {

            @Test
            void test(Testbed testbed) {
                SEEN.add(testbed);
            }
        }
    }

    @Test
    void a_static_field_has_one_testbed_for_all_tests() {
        passes(StaticTestCase.class, 3);

        assertThat(StaticTestCase.SEEN).hasSize(1);
        assertThatThrownBy(StaticTestCase.NET::testbed)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no testbed before the test begins and after it has ended; is the field of this"
                        + " TestbedExtension annotated with @RegisterExtension?");
    }

    abstract static class InheritedTestCase {

        static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

        @RegisterExtension
        static final TestbedExtension NET = TestbedExtension.of(RED);

        @Test
        void test(Testbed testbed) throws Exception {
            BOTH_RUN.await(20, TimeUnit.SECONDS);
            assertThatThrownBy(NET::testbed)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "this TestbedExtension has 2 testbeds at the moment, because the classes that inherit it"
                                    + " run in parallel; take the Testbed as a parameter");
            assertThat(testbed.netns("red").links()).hasSize(1);
            BOTH_RUN.await(20, TimeUnit.SECONDS);
        }
    }

    static class FirstHeirTestCase extends InheritedTestCase {}

    static class SecondHeirTestCase extends InheritedTestCase {}

    @Test
    void classes_that_inherit_a_static_field_and_run_in_parallel_have_a_testbed_each() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(
                        DiscoverySelectors.selectClass(FirstHeirTestCase.class),
                        DiscoverySelectors.selectClass(SecondHeirTestCase.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();

        assertThat(Kit.message(results.allEvents())).isEqualTo("no failure");
        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    static class WithAnnotationTestCase {

        @RegisterExtension
        final TestbedExtension net = TestbedExtension.of(RED);

        @Test
        @Netns("blue")
        void test() {}
    }

    @Test
    void annotations_beside_it_are_refused() {
        assertThat(Kit.failure(WithAnnotationTestCase.class))
                .isEqualTo("@Netns(\"blue\") on TestbedExtensionTests.WithAnnotationTestCase#test: a class with a"
                        + " TestbedExtension cannot declare anything by annotations; put it into the extension's"
                        + " topology, or use annotations only");
    }

    static class TwoTestCase {

        @RegisterExtension
        static final TestbedExtension ONE = TestbedExtension.of(RED);

        @RegisterExtension
        final TestbedExtension other = TestbedExtension.of(RED);

        @Test
        void by_accessor() {
            assertThat(ONE.netns("red")).isNotSameAs(other.netns("red"));
        }

        @Test
        void by_parameter(@Netns("red") NetworkNamespace red) {}
    }

    @Test
    void of_two_a_parameter_cannot_say_which() {
        EngineExecutionResults results = Kit.run(TwoTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
        assertThat(Kit.message(results.testEvents().failed()))
                .isEqualTo("Which testbed? For parameter red of TestbedExtensionTests.TwoTestCase#by_parameter("
                        + "NetworkNamespace) there are 2 TestbedExtensions in action; ask the one that is meant, as in"
                        + " net.netns(\"red\")");
    }

    static class TooEarlyTestCase {

        @RegisterExtension
        final TestbedExtension net = TestbedExtension.of(RED);

        @BeforeAll
        static void before(@Netns("red") NetworkNamespace red) {}

        @Test
        void test() {}
    }

    @Test
    void before_all_is_too_early_for_an_instance_field() {
        assertThat(Kit.failure(TooEarlyTestCase.class))
                .startsWith("Too early for parameter red of TestbedExtensionTests.TooEarlyTestCase#before(");
    }

    private static void passes(Class<?> type, int tests) {
        EngineExecutionResults results = Kit.run(type);

        assertThat(Kit.message(results.allEvents())).isEqualTo("no failure");
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }
}
