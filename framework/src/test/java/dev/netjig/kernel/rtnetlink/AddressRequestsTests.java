package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.rtnetlink.Requests.assertSentAs;

import dev.netjig.topology.Cidr;
import org.junit.jupiter.api.Test;

class AddressRequestsTests {

    @Test
    void add_an_address_as_ip_does() {
        assertSentAs("add-address", AddressRequests.add(2, Cidr.parse("192.168.0.1/24"), false));
    }

    @Test
    void add_an_ipv6_address_without_duplicate_address_detection_as_ip_does() {
        assertSentAs("add-address-nodad", AddressRequests.add(2, Cidr.parse("2001:db8::2/64"), true));
    }

    @Test
    void give_loopback_addresses_the_scope_that_ip_gives_them() {
        assertSentAs("add-address-loopback", AddressRequests.add(1, Cidr.parse("127.0.0.2/8"), false));
    }

    @Test
    void delete_an_address_as_ip_does() {
        assertSentAs("delete-address", AddressRequests.delete(1, Cidr.parse("127.0.0.2/8")));
    }
}
