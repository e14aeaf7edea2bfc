package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** One topology for all tests of a class. */
class SharedTestbedTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @SharedTestbed
    @Netns("red")
    static class SharedTestCase {

        static final Map<String, Testbed> SEEN = new ConcurrentHashMap<>();

        SharedTestCase(Testbed testbed) {
            SEEN.put("constructor", testbed);
        }

        @BeforeAll
        static void before(Testbed testbed, @Netns("red") NetworkNamespace red) {
            assertThat(testbed.netns("red")).isSameAs(red);
            SEEN.put("before all", testbed);
        }

        @Test
        void first(Testbed testbed) {
            SEEN.put("first", testbed);
        }

        @RepeatedTest(2)
        void others(Testbed testbed) {
            SEEN.put("others", testbed);
        }

        @AfterAll
        static void after(Testbed testbed, @Netns("red") NetworkNamespace red) {
            assertThat(red.links()).hasSize(1);
            SEEN.put("after all", testbed);
        }

        @Nested
        class AddsNothing {

            @Test
            void test(Testbed testbed) {
                SEEN.put("nested", testbed);
            }
        }
    }

    @Test
    void all_tests_of_the_class_and_of_nested_ones_that_add_nothing_have_the_same_testbed() {
        passes(SharedTestCase.class, 4);

        assertThat(SharedTestCase.SEEN)
                .containsOnlyKeys("constructor", "before all", "first", "others", "nested", "after all");
        assertThat(Set.copyOf(SharedTestCase.SEEN.values())).hasSize(1);
    }

    @SharedTestbed
    @Netns("red")
    static class NestedThatAddsTestCase {

        static final Map<String, Testbed> SEEN = new ConcurrentHashMap<>();

        @Test
        void test(Testbed testbed) {
            SEEN.put("outer", testbed);
        }

        @Nested
        @Netns("blue")
        class Inner {

            @RepeatedTest(2)
            void test(Testbed testbed, Topology topology) {
                assertThat(topology.namespaces()).containsExactly("node", "red", "blue");
                SEEN.put("inner", testbed);
            }

            @Nested
            class Innermost {

                @Test
                void test(Testbed testbed) {
                    SEEN.put("innermost", testbed);
                }
            }
        }
    }

    @Test
    void a_nested_class_that_adds_something_shares_one_of_its_own() {
        passes(NestedThatAddsTestCase.class, 4);

        Map<String, Testbed> seen = NestedThatAddsTestCase.SEEN;
        assertThat(seen.get("inner")).isNotSameAs(seen.get("outer")).isSameAs(seen.get("innermost"));
    }

    @Netns("red")
    static class NestedOnlyTestCase {

        static final Set<Testbed> SEEN = ConcurrentHashMap.newKeySet();

        @Nested
        @SharedTestbed
        class Inner {

            @RepeatedTest(2)
            void test(Testbed testbed, @Netns("red") NetworkNamespace red) {
                SEEN.add(testbed);
            }
        }

        @RepeatedTest(2)
        void test(Testbed testbed) {
            SEEN.add(testbed);
        }
    }

    @Test
    void a_nested_class_may_share_while_the_class_around_it_does_not() {
        passes(NestedOnlyTestCase.class, 4);

        assertThat(NestedOnlyTestCase.SEEN).hasSize(3);
    }

    @SharedTestbed
    @Netns("red")
    static class MethodThatDeclaresTestCase {

        @Test
        @Netns("blue")
        void test() {}
    }

    @Test
    void a_method_cannot_declare_anything() {
        assertThat(Kit.failure(MethodThatDeclaresTestCase.class))
                .isEqualTo(
                        "@Netns(\"blue\") on SharedTestbedTests.MethodThatDeclaresTestCase#test: a method cannot declare"
                                + " anything here, because @SharedTestbed on class"
                                + " SharedTestbedTests.MethodThatDeclaresTestCase builds the topology once for all tests; declare"
                                + " it on a class, or take @SharedTestbed away");
    }

    @SharedTestbed
    @Sysctl(key = "net.ipv4.no_such_key", value = "1")
    static class BrokenTestCase {

        @Test
        void first() {}

        @Test
        void second() {}
    }

    @Test
    void a_set_up_that_fails_is_told_once() {
        EngineExecutionResults results = Kit.run(BrokenTestCase.class);

        results.containerEvents().assertStatistics(stats -> stats.failed(1));
        results.testEvents().assertStatistics(stats -> stats.started(0));
        assertThat(Kit.message(results.allEvents())).contains("netns node has no sysctl net.ipv4.no_such_key");
    }

    private static void passes(Class<?> type, int tests) {
        EngineExecutionResults results = Kit.run(type);

        assertThat(Kit.message(results.allEvents())).isEqualTo("no failure");
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }
}
