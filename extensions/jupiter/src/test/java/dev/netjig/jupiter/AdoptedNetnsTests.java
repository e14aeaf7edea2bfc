package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Topology;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Namespaces that somebody else makes, declared on a class or by a field. */
class AdoptedNetnsTests {

    @AdoptedNetns
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Guest {

        String value();
    }

    abstract static class Superclass {

        @Guest("of-superclass")
        static final String INHERITED = "";
    }

    @VethPair(name = "veth-f", peer = @Peer(name = "eth1", netns = "of-field"))
    static class Declaring extends Superclass {

        @Guest("of-field")
        final String field = "";

        final String other = "";

        @Nested
        class Inner {

            @Guest("of-nested")
            static final String NESTED = "";
        }
    }

    @Test
    void a_field_stands_for_a_namespace() {
        Topology topology = TopologyReader.read(List.of(Declaring.class, Declaring.Inner.class));

        assertThat(topology.namespaces()).containsExactly("node", "of-superclass", "of-field", "of-nested");
        assertThat(topology.all(NetnsSpec.class)).allMatch(NetnsSpec::adopted);
        assertThat(topology.declared(NetnsSpec.class).get(1).origin())
                .hasToString("@Guest(\"of-field\") on field AdoptedNetnsTests.Declaring.field");
    }

    @Netns(value = "web", adopted = true)
    static class OnAClassTestCase {

        @Test
        void method(@Netns("web") NetworkNamespace web) {}
    }

    @Test
    void until_it_is_there_nobody_gets_it() {
        Kit.assumeNamespaces();

        assertThat(TopologyReader.read(List.of(OnAClassTestCase.class)).all(NetnsSpec.class))
                .containsExactly(NetnsSpec.builder("web").adopted(true).build());
        assertThat(Kit.failure(OnAClassTestCase.class))
                .contains("netns web is adopted, and nobody has given it to the testbed yet");
    }
}
