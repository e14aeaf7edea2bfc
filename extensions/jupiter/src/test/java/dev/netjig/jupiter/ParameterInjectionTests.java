package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is told when a parameter cannot be given what it asks for. */
class ParameterInjectionTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Netns("red")
    static class WithoutNetnsTestCase {

        @Test
        void test(NetworkNamespace which) {}
    }

    @Test
    void a_namespace_without_netns_is_told_the_choices() {
        assertThat(Kit.failure(WithoutNetnsTestCase.class))
                .isEqualTo("Which namespace? parameter which of ParameterInjectionTests.WithoutNetnsTestCase#test("
                        + "NetworkNamespace) has no @Netns; there are @Netns(\"node\"), @Netns(\"red\")");
    }

    @Netns("red")
    static class UnknownNameTestCase {

        @Test
        void test(@Netns("green") NetworkNamespace green) {}
    }

    @Test
    void an_unknown_namespace_is_told_the_known_ones() {
        assertThat(Kit.failure(UnknownNameTestCase.class))
                .isEqualTo("@Netns(\"green\") on parameter green of ParameterInjectionTests.UnknownNameTestCase#test("
                        + "NetworkNamespace): the topology has no namespace \"green\"; it has node, red");
    }

    @Netns("red")
    static class WrongTypeTestCase {

        @Test
        void test(Testbed testbed, @Netns("red") String red) {}
    }

    @Test
    void netns_on_another_type_is_refused() {
        assertThat(Kit.failure(WrongTypeTestCase.class))
                .isEqualTo("@Netns(\"red\") on parameter red of ParameterInjectionTests.WrongTypeTestCase#test(Testbed,"
                        + " String): @Netns selects a NetworkNamespace, but the parameter is a String");
    }

    @Netns("red")
    static class BeforeAllTestCase {

        @BeforeAll
        static void before(@Netns("red") NetworkNamespace red) {}

        @Test
        void test() {}
    }

    @Test
    void before_all_is_too_early_for_a_topology_for_each_test() {
        assertThat(Kit.failure(BeforeAllTestCase.class))
                .isEqualTo("Too early for parameter red of ParameterInjectionTests.BeforeAllTestCase#before("
                        + "NetworkNamespace): each test has a topology of its own, and there is no test yet; take the"
                        + " parameter in the test method or in @BeforeEach, or put @SharedTestbed on the class");
    }

    @Netns("red")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceForAllTestCase {

        OneInstanceForAllTestCase(Topology topology) {}

        @Test
        void test() {}
    }

    @Test
    void the_constructor_of_an_instance_for_all_tests_is_too_early_too() {
        assertThat(Kit.failure(OneInstanceForAllTestCase.class))
                .startsWith("Too early for parameter topology of constructor"
                        + " ParameterInjectionTests.OneInstanceForAllTestCase(Topology): ");
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Netns("red")
    @interface Red {}

    @Netns("red")
    static class ComposedTestCase {

        @Test
        void test(@Red NetworkNamespace red) {
            assertThat(red.name()).isEqualTo("red");
        }
    }

    @Test
    void netns_may_be_part_of_a_composed_annotation() {
        Kit.run(ComposedTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }
}
