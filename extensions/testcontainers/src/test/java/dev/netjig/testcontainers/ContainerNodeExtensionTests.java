package dev.netjig.testcontainers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.SharedTestbed;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testcontainers.containers.GenericContainer;

/** How long a container of a field lives, and which topologies it is in. */
class ContainerNodeExtensionTests {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private static GenericContainer<?> sleeping() {
        return new GenericContainer<>("netjig/busybox:latest")
                .withCommand("sleep", "600")
                .withNetworkMode("none");
    }

    /** One container, in one topology after the other. */
    @VethPair(
            name = "veth-w",
            address = "10.0.0.1/24",
            peer = @Peer(name = "eth1", netns = "web", address = "10.0.0.2/24"))
    @Execution(ExecutionMode.SAME_THREAD)
    static class OfAClassTestCase {

        @ContainerNode("web")
        static final GenericContainer<?> WEB = sleeping();

        @Test
        void first(@Netns("web") NetworkNamespace web) {
            SEEN.add(WEB.getContainerId());
            assertThat(web).canReach("10.0.0.1");
        }

        @Test
        void second(@Netns("web") NetworkNamespace web) {
            SEEN.add(WEB.getContainerId());
            assertThat(web).canReach("10.0.0.1");
        }

        @Nested
        @VethPair(
                name = "veth-n",
                address = "10.0.1.1/24",
                peer = @Peer(name = "eth2", netns = "web", address = "10.0.1.2/24"))
        class Inner {

            @ContainerNode("db")
            final GenericContainer<?> db = sleeping();

            @Test
            void has_both(@Netns("web") NetworkNamespace web, @Netns("db") NetworkNamespace db) {
                SEEN.add(WEB.getContainerId());
                assertThat(web).canReach("10.0.1.1");
                assertThat(db.links()).hasSize(1);
            }
        }
    }

    @SharedTestbed
    @VethPair(
            name = "veth-w",
            address = "10.0.0.1/24",
            peer = @Peer(name = "eth1", netns = "web", address = "10.0.0.2/24"))
    static class SharedTestCase {

        @ContainerNode("web")
        static final GenericContainer<?> WEB = sleeping();

        @BeforeAll
        static void is_there_before_all(Testbed testbed) {
            assertThat(testbed.netns("web")).canReach("10.0.0.1");
        }

        @Test
        void first(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach("10.0.0.1");
        }

        @Test
        void second(@Netns("web") NetworkNamespace web) {
            assertThat(web).canReach("10.0.0.1");
        }
    }

    static class RunningAlreadyTestCase {

        static final GenericContainer<?> RUNNING = sleeping();

        @ContainerNode("web")
        final GenericContainer<?> web = RUNNING;

        @Test
        void method(@Netns("web") NetworkNamespace web) {
            assertThat(web.links()).hasSize(1);
        }
    }

    @SharedTestbed
    static class InstanceOfASharedOneTestCase {

        @ContainerNode("web")
        final GenericContainer<?> web = sleeping();

        @Test
        void method() {}
    }

    static class NoContainerTestCase {

        @ContainerNode("web")
        static final String WEB = "web";

        @Test
        void method() {}
    }

    @VethPair(name = "veth-w", peer = @Peer(name = "eth1", netns = "wbe"))
    static class MisspeltTestCase {

        @ContainerNode("web")
        static final GenericContainer<?> WEB = sleeping();

        @Test
        void method() {}
    }

    @Test
    void a_container_of_a_class_goes_from_topology_to_topology() {
        assertThat(Kit.failures(OfAClassTestCase.class)).isEmpty();
        assertThat(SEEN).hasSize(1);
        assertThat(OfAClassTestCase.WEB.isRunning()).isFalse();
    }

    @Test
    void a_shared_topology_has_it_from_the_beginning() {
        assertThat(Kit.failures(SharedTestCase.class)).isEmpty();
    }

    @Test
    void what_runs_already_is_not_stopped() {
        try (GenericContainer<?> running = RunningAlreadyTestCase.RUNNING) {
            running.start();

            assertThat(Kit.failures(RunningAlreadyTestCase.class)).isEmpty();
            assertThat(running.isRunning()).isTrue();
        }
    }

    @Test
    void mistakes_are_told() {
        assertThat(Kit.failures(InstanceOfASharedOneTestCase.class))
                .containsExactly(
                        "@ContainerNode on field InstanceOfASharedOneTestCase.web: one topology for all tests needs"
                                + " one container, in a static field");
        assertThat(Kit.failures(NoContainerTestCase.class))
                .containsExactly("@ContainerNode on field NoContainerTestCase.WEB: it stands on a container of"
                        + " Testcontainers, which must be there before the tests");
        assertThat(Kit.failures(MisspeltTestCase.class))
                .singleElement()
                .asString()
                .contains("\"wbe\" is no declared namespace; declared: node, web; did you mean \"web\"?");
    }
}
