package dev.netjig.kernel.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NetlinkMessageTests {

    private static final String DONE = "14000000 03000200 01000000 67120000 00000000";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    @Test
    void of_a_request_starts_with_its_header() {
        NetlinkMessage request =
                NetlinkMessage.request(24, NlMsgFlags.NLM_F_CREATE, new PayloadWriter().u8(2), "add route", "default");

        assertThat(request.numbered(NlMsgFlags.NLM_F_ACK, 7).toBytes())
                .isEqualTo(bytes("11000000 1800 0504 07000000 00000000 02000000"));
    }

    @Test
    void says_what_it_is_for() {
        NetlinkMessage request = NetlinkMessage.request(24, 0, new PayloadWriter(), "add route", "default");

        assertThat(request).hasToString("add route default [10000000180001000000000000000000]");
    }

    @Test
    void comes_with_others_in_a_datagram() {
        assertThat(NetlinkMessage.parseAll(bytes(DONE + DONE)))
                .extracting(NetlinkMessage::type)
                .containsExactly(NlMsgHdr.NLMSG_DONE, NlMsgHdr.NLMSG_DONE);
    }

    @Test
    void has_the_numbers_of_its_header() {
        assertThat(NetlinkMessage.parseAll(bytes(DONE)).get(0).header())
                .isEqualTo(new NlMsgHdr(20, NlMsgHdr.NLMSG_DONE, NlMsgFlags.NLM_F_MULTI, 1, 4711));
    }

    @Test
    void may_lack_the_padding_of_the_last_one() {
        assertThat(NetlinkMessage.parseAll(bytes("11000000 03000200 01000000 67120000 05")))
                .hasSize(1);
    }

    @Test
    void is_in_no_empty_datagram() {
        assertThat(NetlinkMessage.parseAll(new byte[0])).isEmpty();
    }

    @Test
    void with_a_length_below_its_header_is_malformed() {
        assertMalformed("0f000000 03000200 01000000 67120000", "at byte 0: a message claims 15 bytes, 16 left");
    }

    @Test
    void with_length_zero_ends_instead_of_looping() {
        assertMalformed(DONE + "00000000 03000200 01000000 67120000", "at byte 20: a message claims 0 bytes, 16 left");
    }

    @Test
    void with_a_negative_length_is_malformed() {
        assertMalformed("000000ff 03000200 01000000 67120000", "at byte 0: a message claims -16777216 bytes, 16 left");
    }

    @Test
    void longer_than_its_datagram_is_malformed() {
        assertMalformed(
                "15000000 03000200 01000000 67120000 00000000", "at byte 0: a message claims 21 bytes, 20 left");
    }

    @Test
    void cut_in_its_header_is_malformed() {
        assertMalformed("14000000 03000200 0100", "at byte 8: 4 bytes wanted, 2 left");
    }

    private static void assertMalformed(String hex, String problem) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> NetlinkMessage.parseAll(bytes(hex)))
                .withMessage("malformed netlink message " + problem);
    }
}
