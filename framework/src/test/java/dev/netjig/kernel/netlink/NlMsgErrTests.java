package dev.netjig.kernel.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netjig.kernel.Errno;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NlMsgErrTests {

    private static NlMsgErr parse(String hex) {
        byte[] datagram = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        return NlMsgErr.parse(NetlinkMessage.parseAll(datagram).get(0));
    }

    private static NlMsgErr golden(String name) {
        return NlMsgErr.parse(Golden.messages(NlMsgErrTests.class, name).get(0));
    }

    @Test
    void is_an_acknowledgement_if_it_has_no_errno() {
        assertThat(golden("acknowledgement"))
                .isEqualTo(new NlMsgErr(Optional.empty(), Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void has_the_kernels_words() {
        assertThat(golden("error-invalid-gateway"))
                .isEqualTo(new NlMsgErr(
                        Optional.of(Errno.ENETUNREACH),
                        Optional.of("Nexthop has invalid gateway"),
                        OptionalInt.empty()));
    }

    @Test
    void has_the_place_of_the_wrong_attribute() {
        assertThat(golden("error-nsid-assigned"))
                .isEqualTo(new NlMsgErr(
                        Optional.of(Errno.EEXIST),
                        Optional.of("Peer netns already has a nsid assigned"),
                        OptionalInt.of(20)));
    }

    @Test
    void has_words_behind_a_capped_request_too() {
        assertThat(golden("error-invalid-gateway-capped").text()).hasValue("Nexthop has invalid gateway");
    }

    @Test
    void may_come_with_the_whole_request_and_no_words() {
        assertThat(golden("error-bridge-exists"))
                .isEqualTo(new NlMsgErr(Optional.of(Errno.EEXIST), Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void may_be_the_end_of_a_dump() {
        assertThat(parse("14000000 03000200 01000000 67120000 a6ffffff").errno())
                .hasValue(Errno.EMSGSIZE);
    }

    @Test
    void may_be_the_end_of_a_dump_without_a_number() {
        assertThat(parse("10000000 03000200 01000000 67120000").errno()).isEmpty();
    }

    @Test
    void with_a_positive_number_is_malformed() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> parse("14000000 03000200 01000000 67120000 01000000"))
                .withMessage("malformed netlink message at byte 20: an error is -errno or 0, got 1");
    }

    @Test
    void cut_short_is_malformed() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> parse("18000000 02000000 01000000 67120000 ffffffff 24000000"))
                .withMessage("malformed netlink message at byte 24: 2 bytes wanted, 0 left");
    }

    @Test
    void that_claims_a_longer_request_than_it_holds_is_malformed() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> parse("28000000 02000000 01000000 67120000 ffffffff"
                        + " ffffff7f 18000506 01000000 00000000 00000000"))
                .withMessage("malformed netlink message at byte 36: 2147483631 bytes wanted, 4 left");
    }
}
