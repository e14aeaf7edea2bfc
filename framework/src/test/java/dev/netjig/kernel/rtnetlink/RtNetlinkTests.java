package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.topology.IpLiteral;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtNetlinkTests {

    private static final RouteQuery QUERY = RouteQuery.to(IpLiteral.parse("8.8.8.8"));

    private static RtNetlink answering(String golden) {
        return to(FakeKernel.answering(Golden.datagrams(RtNetlinkTests.class, golden)));
    }

    private static RtNetlink to(FakeKernel kernel) {
        return new RtNetlink(new NetlinkConnection(kernel, "red"));
    }

    @ParameterizedTest
    @CsvSource({
        "route-get-reply, 8.8.8.8 via 192.168.0.1 dev #2 src 192.168.0.2",
        "route-get-fibmatch-reply, 10.1.0.0/16 via 192.168.0.1 dev #2 src 192.168.0.2 metric 50 hoplimit 9",
        "route-get-all-options-reply, 10.1.2.3 via 192.168.0.1 dev #2 hoplimit 9",
        "route-get-forwarded-reply, 192.168.0.2 dev #2",
        "route6-get-reply, 2001:db8::1 dev #2 proto kernel src 2001:db8::2 metric 256",
    })
    void looks_up_a_route(String golden, String expected) {
        assertThat(answering(golden).routeTo(QUERY))
                .isInstanceOf(RouteLookup.Found.class)
                .hasToString(expected);
    }

    @Test
    void is_refused_a_route_into_a_blackhole() {
        assertThat(answering("error-blackhole").routeTo(QUERY))
                .isEqualTo(new RouteLookup.Refused(Errno.EINVAL, Optional.empty()))
                .hasToString("EINVAL, Invalid argument");
    }

    @Test
    void is_refused_a_route_where_forwarding_is_off() {
        assertThat(answering("error-not-forwarding").routeTo(QUERY))
                .isEqualTo(new RouteLookup.Refused(Errno.EHOSTUNREACH, Optional.empty()));
    }

    @Test
    void does_not_take_a_broken_exchange_for_a_refused_route() {
        assertThatExceptionOfType(KernelException.class)
                .isThrownBy(() -> to(FakeKernel.answering(List.of())).routeTo(QUERY))
                .withMessage("cannot look up route to 8.8.8.8 in netns red: no answer within 10 s");
    }

    @Test
    void does_not_take_a_failed_socket_for_a_refused_route() {
        assertThatExceptionOfType(KernelException.class)
                .isThrownBy(() -> to(FakeKernel.answering(FakeKernel.lost())).routeTo(QUERY))
                .withMessage("cannot recv from netlink in netns red: No buffer space available (ENOBUFS)");
    }

    @Test
    void looks_at_one_link() {
        assertThat(answering("link-peer-down").link("veth1-r").orElseThrow().name())
                .isEqualTo("veth1-r");
    }

    @Test
    void finds_no_link_where_there_is_none() {
        assertThat(answering("error-no-such-link").link("nosuch")).isEmpty();
    }

    @Test
    void does_not_take_a_refusal_for_a_missing_link() {
        FakeKernel kernel = new FakeKernel(messages -> List.of(FakeKernel.refuse(messages.get(0), Errno.EPERM)));

        assertThatExceptionOfType(KernelException.class)
                .isThrownBy(() -> to(kernel).link("br0"))
                .withMessage("cannot read link br0 in netns red: Operation not permitted (EPERM)");
    }

    @Test
    void reads_the_number_of_a_namespace() {
        assertThat(answering("get-nsid-reply").nsid(6)).hasValue(7);
    }

    @Test
    void reads_no_number_of_a_namespace_that_has_none() {
        assertThat(answering("get-nsid-none-reply").nsid(6)).isEmpty();
    }

    @Test
    void carries_out_a_batch() {
        FakeKernel kernel = FakeKernel.granting();

        to(kernel).execute(List.of(LinkRequests.setUp("lo"), LinkRequests.setUp("br0")));

        assertThat(kernel.sent()).hasSize(1);
    }
}
