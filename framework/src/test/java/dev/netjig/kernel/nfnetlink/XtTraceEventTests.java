package dev.netjig.kernel.nfnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.kernel.netlink.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class XtTraceEventTests {

    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    /** {@code ping -c1 127.0.0.1} with {@code iptables-legacy -A INPUT -j MINE; iptables-legacy -A MINE -p icmp -j DROP}. */
    private static final String RULE = """
            e4000000 00040000 00000000 00000000    # struct nlmsghdr: 228 bytes, NFULNL_MSG_PACKET
            02000000                               # struct nfgenmsg: family 2, group 0
              08000100 08000100                    # NFULA_PACKET_HDR: 0x0800, hook 1
              1f000a00 54524143453a2066696c7465723a4d494e453a72756c653a312000 00
                                                   # NFULA_PREFIX "TRACE: filter:MINE:rule:1 "
              08000400 00000001                    # NFULA_IFINDEX_INDEV 1
              10000800 000600000000000000000000    # NFULA_HWADDR
              06000f00 03040000                    # NFULA_HWTYPE 772
              06001100 000e0000                    # NFULA_HWLEN 14
              12001000 0000000000000000000000000800 0000
                                                   # NFULA_HWHEADER
              14000300 000000006b05ef5300000000000c2921
                                                   # NFULA_TIMESTAMP
              58000900                             # NFULA_PAYLOAD: the packet
                450000544c4540004001f0617f0000017f000001
                08001ff817b1000153ef056b000000009c280c0000000000101112131415161718191a1b1c1d1e1f
                202122232425262728292a2b2c2d2e2f3031323334353637
            """;

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("#.*", "").replaceAll("\\s", ""));
    }

    /** The same with another prefix, which must be as long. */
    private static byte[] withPrefix(String prefix) {
        byte[] message = bytes(RULE);
        System.arraycopy(prefix.getBytes(StandardCharsets.US_ASCII), 0, message, 32, prefix.length());
        return message;
    }

    private static XtTraceEvent only(byte[] datagram) {
        List<XtTraceEvent> events = XtTraceEvent.parseAll(datagram);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void reads_a_rule_that_matched() {
        XtTraceEvent event = only(bytes(RULE));

        assertThat(event.type()).isEqualTo(XtTraceEvent.Type.RULE);
        assertThat(event.table()).isEqualTo("filter");
        assertThat(event.chain()).isEqualTo("MINE");
        assertThat(event.number()).isEqualTo(1);
        assertThat(event.hook()).isEqualTo("input");
        assertThat(event.packet()).hasSize(84).startsWith(0x45, 0, 0, 84);
        assertThat(event).hasToString("TRACE: filter:MINE:rule:1");
    }

    @Test
    void reads_the_policy_at_the_end_of_a_chain() {
        XtTraceEvent event = only(withPrefix("TRACE: raw:OUT:policy:12 \0"));

        assertThat(event.type()).isEqualTo(XtTraceEvent.Type.POLICY);
        assertThat(event.number()).isEqualTo(12);
    }

    @Test
    void reads_chains_with_colons_in_their_names() {
        assertThat(only(withPrefix("TRACE: filter:a:b:rule:1 \0")).chain()).isEqualTo("a:b");
    }

    @Test
    void reads_several_messages_of_one_datagram() {
        byte[] message = bytes(RULE);
        byte[] twice = Arrays.copyOf(message, 2 * message.length);
        System.arraycopy(message, 0, twice, message.length, message.length);

        assertThat(XtTraceEvent.parseAll(twice)).hasSize(2);
    }

    @Test
    void passes_over_what_rules_log_for_themselves() {
        assertThat(XtTraceEvent.parseAll(withPrefix("dropped by FORWARD:     \0\0")))
                .isEmpty();
    }

    @Test
    void passes_over_a_hook_that_it_does_not_know() {
        byte[] message = bytes(RULE);
        message[26] = 9;

        assertThat(XtTraceEvent.parseAll(message)).isEmpty();
    }

    @Test
    void passes_over_other_messages() {
        byte[] message = bytes(RULE);
        message[4] = 1;

        assertThat(XtTraceEvent.parseAll(message)).isEmpty();
    }

    @Test
    void refuses_what_is_cut_short() {
        byte[] message = bytes(RULE);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> XtTraceEvent.parseAll(Arrays.copyOf(message, message.length - 1)));
    }

    @Test
    void survives_damaged_messages() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] message = bytes(RULE);
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = Arrays.copyOf(message, random.nextInt(1, message.length + 8));
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            try {
                XtTraceEvent.parseAll(mutant).forEach(XtTraceEvent::toString);
            } catch (MalformedMessageException expected) {
                // its own exception
            } catch (RuntimeException other) {
                fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(mutant), other);
            }
        }
    }

    @Test
    void asks_for_group_zero() {
        byte[] request = NfLogRequests.bindGroup0().toBytes();

        assertThat(HexFormat.of().formatHex(request)).isEqualTo(HexFormat.of().formatHex(bytes("""
                28000000 01040500 00000000 00000000    # struct nlmsghdr: 40 bytes, NFULNL_MSG_CONFIG, REQUEST|ACK
                00000000                               # struct nfgenmsg: family 0, group 0
                  05000100 01000000                    # NFULA_CFG_CMD NFULNL_CFG_CMD_BIND
                  0a000200 0000007f 0200 0000          # NFULA_CFG_MODE: 127 bytes, NFULNL_COPY_PACKET
                """)));
    }
}
