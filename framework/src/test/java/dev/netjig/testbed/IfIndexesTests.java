package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.topology.IfName;
import org.junit.jupiter.api.Test;

class IfIndexesTests {

    private final IfIndexes indexes = new IfIndexes();

    @Test
    void lo_is_the_first_in_every_namespace() {
        assertThat(indexes.of("red", new IfName("lo"))).isEqualTo(1);
        assertThat(indexes.of("blue", new IfName("lo"))).isEqualTo(1);
    }

    @Test
    void a_device_keeps_the_index_that_it_was_given() {
        int index = indexes.assign("red", new IfName("eth0"));

        assertThat(indexes.of("red", new IfName("eth0"))).isEqualTo(index).isGreaterThan(1);
    }

    /** tunl0, gre0, gretap0, erspan0, ip_vti0, ip6_vti0, sit0, ip6tnl0 and ip6gre0 may be there. */
    @Test
    void the_kernels_own_tunnels_have_room() {
        assertThat(indexes.assign("red", new IfName("eth0"))).isGreaterThan(1 + 9);
    }

    @Test
    void a_device_of_another_namespace_is_not_there() {
        indexes.assign("red", new IfName("eth0"));

        assertThatThrownBy(() -> indexes.of("blue", new IfName("eth0")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the plan uses eth0 in netns blue before it adds it");
    }
}
