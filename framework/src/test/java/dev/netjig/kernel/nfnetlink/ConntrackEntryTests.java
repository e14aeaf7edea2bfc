package dev.netjig.kernel.nfnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.MalformedMessageException;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.IpLiteral;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConntrackEntryTests {

    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    private static final List<ConntrackEntry> TABLE = table("conntrack");
    private static final ConntrackEntry PUBLISHED = TABLE.get(3);
    private static final ConntrackEntry PING = TABLE.get(4);

    private static List<ConntrackEntry> table(String golden) {
        return table(Golden.datagrams(ConntrackEntryTests.class, golden));
    }

    private static List<ConntrackEntry> table(List<byte[]> datagrams) {
        return new CtNetlink(new NetlinkConnection(FakeKernel.answering(datagrams), "node")).entries();
    }

    @Test
    void reads_like_conntrack() {
        assertThat(TABLE)
                .extracting(ConntrackEntry::toString)
                .containsExactly(
                        "icmpv6   58 27 src=2001:db8::2 dst=2001:db8:1::1 type=128 code=0 id=9501"
                                + " src=2001:db8:1::1 dst=2001:db8::2 type=129 code=0 id=9501",
                        "udp      17 28 src=192.168.0.2 dst=8.8.8.8 sport=40001 dport=4000 [UNREPLIED]"
                                + " src=8.8.8.8 dst=10.0.0.2 sport=4000 dport=40001 mark=42",
                        "udp      17 28 src=2001:db8::2 dst=2001:db8:1::1 sport=40000 dport=5000 [UNREPLIED]"
                                + " src=2001:db8:1::1 dst=2001:db8::2 sport=5000 dport=40000",
                        "tcp      6 431998 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=50000 dport=8080"
                                + " src=192.168.0.2 dst=10.0.0.1 sport=80 dport=50000 [ASSURED]",
                        "icmp     1 26 src=192.168.0.2 dst=8.8.8.8 type=8 code=0 id=9500"
                                + " src=8.8.8.8 dst=10.0.0.2 type=0 code=0 id=9500",
                        "udp      17 28 src=192.168.0.2 dst=8.8.8.8 sport=40000 dport=53 [UNREPLIED]"
                                + " src=8.8.8.8 dst=10.0.0.2 sport=53 dport=40000 zone=7");
    }

    @Test
    void has_counters_where_the_kernel_counts() {
        assertThat(table("conntrack-accounting").get(1))
                .hasToString("tcp      6 431999 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=50000 dport=8080"
                        + " packets=2 bytes=112 src=192.168.0.2 dst=10.0.0.1 sport=80 dport=50000"
                        + " packets=1 bytes=60 [ASSURED]");
        assertThat(PUBLISHED.sent()).isEmpty();
    }

    @Test
    void of_a_published_port_has_its_facts() {
        assertThat(PUBLISHED.protocolName()).isEqualTo("tcp");
        assertThat(PUBLISHED.original().destinationPort()).hasValue(8080);
        assertThat(PUBLISHED.trueDestination()).isEqualTo(IpLiteral.parse("192.168.0.2"));
        assertThat(PUBLISHED.reply().sourcePort()).hasValue(80);
        assertThat(PUBLISHED.tcpState()).hasValue(TcpState.ESTABLISHED);
        assertThat(PUBLISHED.timeout()).hasValue(Duration.ofSeconds(431_998));
        assertThat(PUBLISHED.status())
                .containsExactly(
                        ConntrackStatus.SEEN_REPLY,
                        ConntrackStatus.ASSURED,
                        ConntrackStatus.CONFIRMED,
                        ConntrackStatus.DST_NAT,
                        ConntrackStatus.SRC_NAT_DONE,
                        ConntrackStatus.DST_NAT_DONE);
    }

    @Test
    void of_a_masqueraded_echo_has_its_facts() {
        assertThat(PING.original())
                .isEqualTo(new ConntrackTuple(
                        IpLiteral.parse("192.168.0.2"),
                        IpLiteral.parse("8.8.8.8"),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.of(new ConntrackTuple.Icmp(8, 0, 9500))));
        assertThat(PING.seenSource()).isEqualTo(IpLiteral.parse("10.0.0.2"));
        assertThat(PING.is(ConntrackStatus.SRC_NAT)).isTrue();
        assertThat(PING.is(ConntrackStatus.DST_NAT)).isFalse();
        assertThat(PING.tcpState()).isEmpty();
    }

    @Test
    void is_no_other_message() {
        assertThat(Golden.messages(Golden.class, "acknowledgement"))
                .allSatisfy(message -> assertThat(ConntrackEntry.parse(message)).isEmpty());
    }

    /** A message like those in the golden files, cut down to what {@code rest} writes. */
    private static Optional<ConntrackEntry> made(PayloadWriter attributes) {
        PayloadWriter payload = new NfGenMsg(2, 0).pack(new PayloadWriter()).bytes(attributes.toBytes());
        return ConntrackEntry.parse(NetlinkMessage.request(1 << 8, 0, payload, "test", "entry"));
    }

    private static PayloadWriter tuple(PayloadWriter out, int type, int protocol) {
        return out.nested(
                type,
                tuple -> tuple.nested(
                                1,
                                ip -> ip.attribute(1, (byte) 10, (byte) 0, (byte) 0, (byte) 1)
                                        .attribute(2, (byte) 10, (byte) 0, (byte) 0, (byte) 2))
                        .nested(2, proto -> proto.attribute(1, (byte) protocol)));
    }

    private static PayloadWriter tuples(int protocol) {
        return tuple(tuple(new PayloadWriter(), 1, protocol), 2, protocol);
    }

    @Test
    void of_a_protocol_that_conntrack_does_not_name_is_unknown() {
        assertThat(made(tuples(99)).orElseThrow())
                .hasToString("unknown  99 src=10.0.0.1 dst=10.0.0.2 [UNREPLIED] src=10.0.0.1 dst=10.0.0.2");
    }

    @Test
    void passes_over_unknown_attributes_flags_and_states() {
        PayloadWriter attributes = tuples(6)
                .attribute(3, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff)
                .attribute(999, (byte) 1)
                .nested(4, info -> info.nested(1, tcp -> tcp.attribute(1, (byte) 77)));

        ConntrackEntry entry = made(attributes).orElseThrow();

        assertThat(entry.status()).containsExactly(ConntrackStatus.values());
        assertThat(entry.tcpState()).isEmpty();
    }

    @Test
    void takes_the_first_bytes_of_a_number_that_is_too_long() {
        ConntrackEntry entry = made(tuples(17).attribute(7, (byte) 0, (byte) 0, (byte) 0, (byte) 30, (byte) 1))
                .orElseThrow();

        assertThat(entry.timeout()).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void refuses_a_number_that_is_too_short() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> made(tuples(17).attribute(7, (byte) 0, (byte) 30)));
    }

    @Test
    void refuses_a_connection_without_addresses_or_protocol() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> made(new PayloadWriter()))
                .withMessageContaining("a connection without CTA_PROTO_NUM");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> made(tuple(new PayloadWriter(), 1, 6)))
                .withMessageContaining("a connection without addresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conntrack", "conntrack-accounting"})
    void refuses_what_is_cut_short(String golden) {
        byte[] datagram = Golden.datagrams(ConntrackEntryTests.class, golden).get(0);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> table(List.of(Arrays.copyOf(datagram, datagram.length - 4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conntrack", "conntrack-accounting"})
    void survives_damaged_messages(String golden) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<byte[]> datagrams = Golden.datagrams(ConntrackEntryTests.class, golden);
        for (int i = 0; i < 3000; i++) {
            byte[] mutant = datagrams.get(0).clone();
            for (int change = 0; change <= i % 4; change++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = i % 3 == 0 ? Arrays.copyOf(mutant, random.nextInt(1, mutant.length + 8)) : mutant;
            try {
                NetlinkMessage.parseAll(cut)
                        .forEach(message -> ConntrackEntry.parse(message).ifPresent(ConntrackEntry::toString));
                table(List.of(cut, datagrams.get(1)));
            } catch (MalformedMessageException | KernelException expected) {
                // its own exceptions
            } catch (RuntimeException other) {
                fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(cut), other);
            }
        }
    }
}
