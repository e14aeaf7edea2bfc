package dev.netjig.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.topology.IpLiteral;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacketReaderTests {

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int ARP = 0x0806;

    /** Another run tries other mutants; set the property to repeat one. */
    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    /** version 4, ihl 5; length 28; id 0x1234; DF; ttl 63; ICMP; 192.168.0.2 > 192.168.0.3; echo request id 7 seq 1 */
    private static final String ECHO = "4500001c1234400" + "03f01a75b" + "c0a80002c0a80003" + "0800f7f700070001";

    /** ICMP 3/1 of 192.168.0.1, which quotes the echo request. */
    private static final String UNREACHABLE =
            "450000380001000040" + "01f971" + "c0a80001c0a80002" + "0301fcfe00000000" + ECHO;

    /** TCP from port 40000 to 80. */
    private static final String TCP =
            "4500002812344000" + "4006a74a" + "c0a80002c0a80003" + "9c400050" + "00000000000000005002fffe00000000";

    /** The second fragment of a UDP datagram: offset 185 * 8. */
    private static final String FRAGMENT =
            "4500001c1234" + "00b9" + "4011e698" + "c0a80002c0a80003" + "9c40003500000000";

    /** hop limit 64, ICMPv6, fd00::2 > fd00::3, echo request id 7 seq 2 */
    private static final String ECHO6 = "6000000000083a40" + "fd000000000000000000000000000002"
            + "fd000000000000000000000000000003" + "8000aaaa00070002";

    /** ICMPv6 1/0 (no route), which quotes it. */
    private static final String UNREACHABLE6 = "6000000000383a40" + "fd000000000000000000000000000001"
            + "fd000000000000000000000000000002" + "0100aaaa00000000" + ECHO6;

    /** UDP from port 4096 to 53. */
    private static final String UDP6 = "60000000000811" + "40" + "fd000000000000000000000000000002"
            + "fd000000000000000000000000000003" + "1000003500080000";

    private static final String ARP_REQUEST = "0001080006040001" + "020000000002c0a80002" + "000000000000c0a80003";

    private record Sample(int protocol, String hex, String text) {}

    static List<Sample> samples() {
        return List.of(
                new Sample(IPV4, ECHO, "192.168.0.2 > 192.168.0.3 echo request ttl 63"),
                new Sample(IPV4, UNREACHABLE, "192.168.0.1 > 192.168.0.2 ICMP Destination Host Unreachable ttl 64"),
                new Sample(IPV4, TCP, "192.168.0.2 > 192.168.0.3 tcp 40000 > 80 SYN ttl 64"),
                new Sample(IPV4, FRAGMENT, "192.168.0.2 > 192.168.0.3 ttl 64"),
                new Sample(IPV6, ECHO6, "fd00::2 > fd00::3 echo request ttl 64"),
                new Sample(IPV6, UNREACHABLE6, "fd00::1 > fd00::2 ICMPv6 Destination unreachable: No route ttl 64"),
                new Sample(IPV6, UDP6, "fd00::2 > fd00::3 udp 4096 > 53 ttl 64"),
                new Sample(ARP, ARP_REQUEST, "ARP who has 192.168.0.3 tell 192.168.0.2"),
                new Sample(ARP, ARP_REQUEST.replace("06040001", "06040002"), "ARP 192.168.0.2 is here"),
                new Sample(0x88cc, "0207", "protocol 0x88cc"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void packets_read_as_one_would_say_them(Sample sample) {
        assertThat(read(sample.protocol, sample.hex)).hasToString(sample.text);
    }

    @Test
    void an_echo_request_is_read_whole() {
        assertThat(read(IPV4, ECHO)).isEqualTo(echo());
    }

    @Test
    void an_icmp_error_quotes_the_packet_that_it_is_about() {
        Packet.Icmp error = ((Packet.Ip) read(IPV4, UNREACHABLE)).icmp().orElseThrow();

        assertThat(error.type()).isEqualTo(3);
        assertThat(error.code()).isEqualTo(1);
        assertThat(error.quoted()).contains(echo());
    }

    @Test
    void an_icmpv6_error_quotes_the_packet_that_it_is_about() {
        Packet.Icmp error = ((Packet.Ip) read(IPV6, UNREACHABLE6)).icmp().orElseThrow();

        assertThat(error.quoted()).contains((Packet.Ip) read(IPV6, ECHO6));
    }

    @Test
    void options_are_stepped_over() {
        String withOption = "46000020" + ECHO.substring(8, 40) + "94040000" + ECHO.substring(40);

        Packet.Ip packet = (Packet.Ip) read(IPV4, withOption);

        assertThat(packet.icmp()).isEqualTo(echo().icmp());
    }

    @Test
    void a_later_fragment_has_no_ports() {
        assertThat(((Packet.Ip) read(IPV4, FRAGMENT)).ports()).isEmpty();
        assertThat(((Packet.Ip) read(IPV4, FRAGMENT.replace("123400b9", "12342000"))).ports())
                .contains(new Packet.Ports(40_000, 53));
    }

    @Test
    void what_is_no_packet_of_its_protocol_is_something_else() {
        assertThat(read(IPV4, ECHO6)).isEqualTo(new Packet.Other(IPV4));
        assertThat(read(IPV6, ECHO)).isEqualTo(new Packet.Other(IPV6));
        assertThat(read(ARP, "00")).isEqualTo(new Packet.Other(ARP));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_cut_short_does_no_harm(Sample sample) {
        byte[] whole = HexFormat.of().parseHex(sample.hex);
        for (int length = 0; length < whole.length; length++) {
            assertThat(PacketReader.read(sample.protocol, Arrays.copyOf(whole, length)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_damaged_does_no_harm(Sample sample) {
        Random random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = HexFormat.of().parseHex(sample.hex);
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length + 20));
            try {
                assertThat(PacketReader.read(sample.protocol, mutant).toString())
                        .isNotEmpty();
            } catch (RuntimeException | Error failed) {
                fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(mutant), failed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void quotations_in_quotations_do_no_harm(Sample sample) {
        // As many as fit into the longest packet.
        String error = UNREACHABLE.substring(0, 56);

        assertThat(read(IPV4, error.repeat(2300) + sample.hex)).isInstanceOf(Packet.Ip.class);
    }

    private static Packet.Ip echo() {
        return new Packet.Ip(
                IpLiteral.parse("192.168.0.2"),
                IpLiteral.parse("192.168.0.3"),
                63,
                0x1234,
                1,
                28,
                Optional.of(new Packet.Icmp(false, 8, 0, 7, 1, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private static Packet read(int protocol, String hex) {
        return PacketReader.read(protocol, HexFormat.of().parseHex(hex));
    }
}
