package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.rtnetlink.Requests.assertSentAs;

import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import org.junit.jupiter.api.Test;

class NeighbourRequestsTests {

    @Test
    void add_a_neighbour_as_ip_does() {
        assertSentAs(
                "add-neighbour",
                NeighbourRequests.add(2, IpLiteral.parse("192.168.0.77"), new MacAddress("02:00:00:00:00:77")));
    }

    @Test
    void delete_a_neighbour_as_ip_does() {
        assertSentAs("delete-neighbour", NeighbourRequests.delete(2, IpLiteral.parse("192.168.0.78")));
    }
}
