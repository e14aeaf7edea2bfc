package dev.netjig.evidence.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.packet.CapturedFrame;
import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.CapturedPacket;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapngTests {

    /** 2026-11-24 00:00:00.123456789 UTC. */
    private static final long TIME = 1_795_478_400_123_456_789L;

    private static final byte[] SENDER = {0x02, 0, 0, 0, 0, 0x01};

    @Test
    void a_file_with_one_packet() throws IOException {
        byte[] file = write(List.of(packet("red", "eth0", Direction.OUTGOING, "4500")), "died");

        // Every number is little-endian but those of the packet itself.
        String golden = """
                0a0d0d0a            section header block
                34000000            its length: 52
                4d3c2b1a            byte-order magic
                0100 0000           version 1.0
                ffffffffffffffff    length of the section: not told
                0100 0400           opt_comment, 4 bytes
                74657374            "test"
                0400 0600           shb_userappl, 6 bytes
                6e65746a6967 0000   "netjig", padded
                0000 0000           opt_endofopt
                34000000            the length again

                01000000            interface description block
                48000000            72
                7100 0000           LINKTYPE_LINUX_SLL 113
                00000400            snaplen 262144
                0200 0800           if_name
                7265642f65746830    "red/eth0"
                0300 1800           if_description
                646576696365206574683020696e206e65746e7320726564   "device eth0 in netns red"
                0900 0100           if_tsresol
                09 000000           nanoseconds
                0000 0000
                48000000

                06000000            enhanced packet block
                48000000            72
                00000000            interface 0
                17d2ea18            time, upper half
                15cd3e91            time, lower half
                12000000            captured: 18 bytes
                12000000            on the wire: 18 bytes
                0004 0001 0006      sll: PACKET_OUTGOING, ARPHRD_ETHER, 6 bytes of address
                020000000001 0000
                0800                ETH_P_IP
                4500 0000           the packet, padded
                0100 0400           opt_comment
                64696564            "died"
                0200 0400           epb_flags
                02000000            outbound
                0000 0000
                48000000
                """;
        assertThat(HexFormat.of().formatHex(file)).isEqualTo(hex(golden));
    }

    @Test
    void each_device_of_each_namespace_is_described_once() throws IOException {
        byte[] file = write(
                List.of(
                        packet("red", "eth0", Direction.OUTGOING, "45"),
                        packet("blue", "eth0", Direction.HOST, "45"),
                        packet("red", "eth0", Direction.HOST, "45"),
                        packet("red", "lo", Direction.HOST, "45")),
                "");

        assertThat(blocks(file)).containsExactly(0x0a0d0d0a, 1, 6, 1, 6, 6, 1, 6);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("red/eth0", "blue/eth0", "red/lo");
    }

    @ParameterizedTest
    @CsvSource({"HOST, 05", "BROADCAST, 0d", "MULTICAST, 09", "OTHERHOST, 11", "OUTGOING, 02"})
    void flags_tell_direction_and_reception(Direction direction, String flags) throws IOException {
        byte[] file = write(List.of(packet("red", "eth0", direction, "45")), "");

        assertThat(HexFormat.of().formatHex(file)).contains("02000400" + flags + "000000" + "00000000");
    }

    @Test
    void a_comment_in_any_script_is_cut_between_characters() throws IOException {
        byte[] file = write(List.of(packet("red", "eth0", Direction.HOST, "45")), "a" + "→".repeat(5000));

        ByteBuffer blocks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(blocks(file)).containsExactly(0x0a0d0d0a, 1, 6);
        // 7999 = 1 + 2666 arrows of 3 bytes, the most that fit into 8000.
        int option = file.length - 4 - 4 - 8 - 8000 - 4;
        assertThat(blocks.getShort(option)).isEqualTo((short) 1);
        assertThat(blocks.getShort(option + 2)).isEqualTo((short) 7999);
    }

    private static byte[] write(List<CapturedPacket> packets, String comment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pcapng.write(out, "test", packets, packet -> comment.isEmpty() ? Optional.empty() : Optional.of(comment));
        return out.toByteArray();
    }

    private static CapturedPacket packet(String netns, String dev, Direction direction, String payload) {
        return new CapturedPacket(
                new Sighting(TIME, netns, dev, direction, new Packet.Other(0x800)),
                new CapturedFrame(
                        TIME, 2, direction, 1, SENDER, 0x800, HexFormat.of().parseHex(payload)));
    }

    /** The types of the blocks, whose two lengths are compared. */
    private static List<Integer> blocks(byte[] file) {
        List<Integer> types = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int begin = buffer.position();
            types.add(buffer.getInt());
            int length = buffer.getInt();
            assertThat(length % 4).isZero();
            assertThat(buffer.getInt(begin + length - 4)).isEqualTo(length);
            buffer.position(begin + length);
        }
        return types;
    }

    /** The numbers at the beginning of each line; what they mean follows after three blanks or more. */
    private static String hex(String golden) {
        return golden.lines()
                .map(line -> line.split(" {3,}")[0].replace(" ", ""))
                .collect(Collectors.joining());
    }
}
