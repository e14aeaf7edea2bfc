package dev.netjig.jupiter;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Topology;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/** One topology for each test. */
class NetjigExtensionTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Netns("red")
    @Bridge(name = "br0")
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    static class OneNamespaceTestCase {

        @Test
        void is_in_the_kernel(Testbed testbed, @Netns("red") NetworkNamespace red) {
            assertThat(testbed.node().links()).extracting(LinkState::name).contains("br0", "veth1-r");
            assertThat(red.links()).extracting(LinkState::name).contains("lo", "veth2-r");
        }

        @Test
        void is_the_declared_topology(Topology topology) {
            assertThat(topology).isEqualTo(TopologyReader.read(List.of(OneNamespaceTestCase.class)));
        }

        @Nested
        @Netns("blue")
        class Inside {

            @Test
            @ChainPolicy(chain = FORWARD, target = DROP)
            void has_more(@Netns("blue") NetworkNamespace blue, Topology topology) {
                assertThat(blue.name()).isEqualTo("blue");
                assertThat(topology.namespaces()).containsExactly("node", "red", "blue");
                assertThat(topology.all(ChainPolicySpec.class)).hasSize(1);
            }
        }
    }

    @Test
    void builds_what_classes_and_methods_declare() {
        Kit.run(OneNamespaceTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(3));
    }

    static class OnlyOnTheMethodTestCase {

        @Test
        @Netns("red")
        void has_a_topology(Testbed testbed) {
            assertThat(testbed.netns("red").name()).isEqualTo("red");
        }
    }

    @Test
    void needs_no_annotation_on_the_class() {
        passes(OnlyOnTheMethodTestCase.class, 1);
    }

    static class OnlyOnTheParameterTestCase {

        @Test
        void has_the_node(@Netns("node") NetworkNamespace node) {
            assertThat(node.links()).extracting(LinkState::name).containsExactly("lo");
        }
    }

    @Test
    void needs_nothing_but_a_parameter_for_the_node_alone() {
        passes(OnlyOnTheParameterTestCase.class, 1);
    }

    @Internet
    static class ComposedTestCase {

        @Test
        void has_an_internet(@Netns("internet") NetworkNamespace internet) {
            assertThat(internet.links()).extracting(LinkState::name).containsExactly("lo", "eth0");
        }
    }

    @Test
    void composed_annotations_register_the_extension() {
        passes(ComposedTestCase.class, 1);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Forwarding.Several.class)
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    public @interface Forwarding {

        String why();

        @Retention(RetentionPolicy.RUNTIME)
        @interface Several {

            Forwarding[] value();
        }
    }

    @Forwarding(why = "a")
    @Forwarding(why = "b")
    static class RepeatedComposedTestCase {

        @Test
        void the_node_forwards(Testbed testbed) {
            assertThat(testbed.node().sysctl("net.ipv4.ip_forward")).isEqualTo("1");
        }
    }

    @Test
    void composed_annotations_that_are_repeated_register_the_extension() {
        passes(RepeatedComposedTestCase.class, 1);
    }

    @Netns("red")
    static class EveryKindOfTestCase {

        static final Collection<Testbed> SEEN = ConcurrentHashMap.newKeySet();

        @Test
        void test(Testbed testbed) {
            SEEN.add(testbed);
        }

        @RepeatedTest(3)
        void repeated(Testbed testbed) {
            SEEN.add(testbed);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, Testbed testbed) {
            SEEN.add(testbed);
        }

        @TestFactory
        Stream<DynamicTest> factory(@Netns("red") NetworkNamespace red, Testbed testbed) {
            SEEN.add(testbed);
            return IntStream.range(0, 4)
                    .mapToObj(i -> DynamicTest.dynamicTest(
                            "dynamic " + i, () -> assertThat(red.links()).hasSize(1)));
        }
    }

    @Test
    void every_invocation_has_its_own_testbed_and_the_tests_of_a_factory_share_one() {
        passes(EveryKindOfTestCase.class, 1 + 3 + 2 + 4);

        assertThat(EveryKindOfTestCase.SEEN).hasSize(1 + 3 + 2 + 1);
    }

    @Netns("red")
    static class LifecycleTestCase {

        private final Testbed ofConstructor;

        LifecycleTestCase(Testbed testbed, @Netns("red") NetworkNamespace red) {
            assertThat(testbed.netns("red")).isSameAs(red);
            this.ofConstructor = testbed;
        }

        @BeforeEach
        void before(Testbed testbed, @Netns("red") NetworkNamespace red) {
            assertThat(testbed).isSameAs(ofConstructor);
            assertThat(testbed.netns("red")).isSameAs(red);
        }

        @Test
        void test(Testbed testbed) {
            assertThat(testbed).isSameAs(ofConstructor);
        }

        @AfterEach
        void after(Testbed testbed) {
            assertThat(testbed).isSameAs(ofConstructor);
            assertThat(testbed.netns("red").links()).hasSize(1);
        }

        @Nested
        class Inner {

            Inner(Testbed testbed) {
                assertThat(testbed).isSameAs(ofConstructor);
            }

            @Test
            void test(Testbed testbed) {
                assertThat(testbed).isSameAs(ofConstructor);
            }
        }
    }

    @Test
    void constructor_before_each_test_and_after_each_are_given_the_same_testbed() {
        passes(LifecycleTestCase.class, 2);
    }

    @Netns("red")
    @Bridge(name = "br0", address = "192.168.0.1/24")
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    static class ParallelTestCase {

        static final Set<Long> INODES = ConcurrentHashMap.newKeySet();

        @RepeatedTest(40)
        void has_its_own_red(@Netns("red") NetworkNamespace red) {
            INODES.add(red.inode());
            assertThat(red.links()).extracting(LinkState::name).containsExactly("lo", "veth2-r");
        }
    }

    @Test
    void tests_that_use_the_same_names_run_in_parallel() {
        Events tests = Kit.builder(ParallelTestCase.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute()
                .testEvents();

        tests.assertStatistics(stats -> stats.succeeded(40).failed(0));
    }

    @VethPair(name = "veth1", peer = @Peer(name = "veth2", netns = "green"))
    static class InvalidTestCase {

        @Test
        void test() {}
    }

    @Test
    void an_invalid_declaration_fails_the_test_in_the_words_of_the_topology() {
        assertThat(Kit.failure(InvalidTestCase.class))
                .startsWith(
                        "The topology is invalid: @VethPair(name = \"veth1\", peer = @Peer(name = \"veth2\", netns ="
                                + " \"green\")) on class NetjigExtensionTests.InvalidTestCase: element peer.netns: \"green\"");
    }

    private static void passes(Class<?> type, int tests) {
        EngineExecutionResults results = Kit.run(type);

        assertThat(Kit.message(results.allEvents())).isEqualTo("no failure");
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }
}
