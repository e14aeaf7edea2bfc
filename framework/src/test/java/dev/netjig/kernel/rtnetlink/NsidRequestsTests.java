package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.rtnetlink.Requests.assertAskedAs;
import static dev.netjig.kernel.rtnetlink.Requests.assertSentAs;

import org.junit.jupiter.api.Test;

class NsidRequestsTests {

    @Test
    void set_a_number_as_ip_does() {
        assertSentAs("set-nsid", NsidRequests.set(6, 7));
    }

    @Test
    void ask_for_a_number_as_ip_does() {
        assertAskedAs("get-nsid", NsidRequests.get(6));
    }
}
