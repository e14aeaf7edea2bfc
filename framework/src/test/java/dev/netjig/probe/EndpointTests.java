package dev.netjig.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTests {

    @Test
    void read_as_commands_write_them() {
        assertThat(List.of(Endpoint.icmp("192.168.0.3"), Endpoint.tcp("192.168.0.3", 80), Endpoint.udp("fd00::3", 53)))
                .map(Endpoint::toString)
                .containsExactly("192.168.0.3", "192.168.0.3:80/tcp", "[fd00::3]:53/udp");
    }

    @Test
    void a_port_is_in_its_range() {
        assertThatThrownBy(() -> Endpoint.tcp("192.168.0.3", 65_536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a port of tcp is 1 to 65535, not 65536");
    }

    @Test
    void icmp_has_no_port() {
        Endpoint tcp = Endpoint.tcp("192.168.0.3", 80);

        assertThatThrownBy(() -> new Endpoint(Protocol.ICMP, tcp.address(), 80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ICMP has no ports, but the port 80 was given");
    }
}
