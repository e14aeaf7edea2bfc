package dev.netjig.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.SharedTestbed;
import dev.netjig.jupiter.TestbedExtension;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Topology;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the annotation may stand, how long its engine lives, and who gets it. */
class DockerEngineExtensionTests {

    private static final Set<Engine> SEEN = ConcurrentHashMap.newKeySet();

    @DockerEngine
    static class OfAClassTestCase {

        @BeforeAll
        static void is_there_before_all(Engine engine) {
            SEEN.add(engine);
        }

        @Test
        void a_test_sees_it(Engine engine) {
            assertThat(SEEN).contains(engine);
        }

        @Nested
        class Inner {

            @Test
            void and_a_nested_one(Engine engine) {
                assertThat(SEEN).contains(engine);
            }
        }
    }

    static class OfAMethodTestCase {

        @Test
        @Netns("other")
        @DockerEngine(netns = "other", daemonJson = "{\"labels\": [\"a=b\"]}", options = "--debug")
        void in_another_namespace(
                @DockerEngine(netns = "other") Engine engine, @Netns("other") NetworkNamespace other) {
            assertThat(engine.netns()).isSameAs(other);
            assertThat(engine.info().getLabels()).containsExactly("a=b");
            assertThat(engine.info().getDebug()).isTrue();
        }
    }

    static class OfAnExtensionTestCase {

        @RegisterExtension
        static final TestbedExtension NET =
                TestbedExtension.of(Topology.builder().netns("red").build());

        @Test
        @DockerEngine(netns = "red")
        void in_a_topology_by_code(Engine engine) {
            assertThat(engine.netns()).isSameAs(NET.netns("red"));
        }
    }

    @SharedTestbed
    @Netns("red")
    static class TooLateTestCase {

        @Test
        @DockerEngine
        void method() {}
    }

    @DockerEngine
    static class WrongTypeTestCase {

        @Test
        void method(@DockerEngine String engine) {}
    }

    @DockerEngine
    static class WrongNetnsTestCase {

        @Test
        void method(@DockerEngine(netns = "red") Engine engine) {}
    }

    @DockerEngine
    @DockerEngine(options = "--debug")
    static class TwiceTestCase {

        @Test
        void method() {}
    }

    @Test
    void an_engine_lives_as_long_as_its_testbed() {
        assertThat(Kit.failures(OfAClassTestCase.class)).isEmpty();
        assertThat(Kit.failures(OfAMethodTestCase.class)).isEmpty();
        assertThat(Kit.failures(OfAnExtensionTestCase.class)).isEmpty();
    }

    @Test
    void mistakes_are_told() {
        assertThat(Kit.failures(TooLateTestCase.class))
                .singleElement()
                .asString()
                .contains("whose engines are declared on that class");
        assertThat(Kit.failures(WrongTypeTestCase.class))
                .singleElement()
                .asString()
                .contains("it selects an Engine, but the parameter is a String");
        assertThat(Kit.failures(WrongNetnsTestCase.class))
                .singleElement()
                .asString()
                .contains("no engine runs there, but in node");
        assertThat(Kit.failures(TwiceTestCase.class)).singleElement().asString().contains("is declared twice");
    }
}
