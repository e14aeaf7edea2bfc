package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.MalformedMessageException;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.topology.IpLiteral;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden message, damaged at random: readers return something or throw their own exception, and they end. */
class GoldenMutationTests {

    private static final int MUTANTS = 150;

    /** Another run tries other mutants; set the property to repeat one. */
    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    static List<String> goldens() {
        return Golden.names(GoldenMutationTests.class);
    }

    @Test
    void there_are_goldens() {
        assertThat(goldens()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    @Timeout(60)
    void damaged_messages_do_no_harm(String golden) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (byte[] datagram : Golden.datagrams(GoldenMutationTests.class, golden)) {
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = mutate(datagram, random);
                try {
                    readAll(mutant);
                } catch (RuntimeException | Error other) {
                    fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(mutant), other);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void messages_that_are_cut_short_are_malformed(String golden) {
        byte[] datagram = Golden.datagrams(GoldenMutationTests.class, golden).get(0);
        for (int length = 1;
                length < NetlinkMessage.parseAll(datagram).get(0).header().length();
                length++) {
            byte[] cut = Arrays.copyOf(datagram, length);
            assertMalformed(cut);
        }
    }

    private static void assertMalformed(byte[] cut) {
        try {
            NetlinkMessage.parseAll(cut);
        } catch (MalformedMessageException expected) {
            return;
        }
        fail(HexFormat.of().formatHex(cut) + " is taken for a whole message");
    }

    private static byte[] mutate(byte[] datagram, RandomGenerator random) {
        byte[] mutant = random.nextInt(4) == 0
                ? Arrays.copyOf(datagram, random.nextInt(2 * datagram.length))
                : datagram.clone();
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes && mutant.length > 0; i++) {
            byte[] values = {0, 1, 3, 4, 0x7f, (byte) 0x80, (byte) 0xff, (byte) random.nextInt(256)};
            mutant[random.nextInt(mutant.length)] = values[random.nextInt(values.length)];
        }
        return mutant;
    }

    /** Reads the bytes as everything that they might be. */
    private static void readAll(byte[] datagram) {
        attempt(() -> NetlinkMessage.parseAll(datagram).forEach(message -> {
            attempt(() -> LinkState.parse(message).toString());
            attempt(() -> AddressEntry.parse(message).toString());
            attempt(() -> RouteEntry.parse(message).toString());
            attempt(() -> NeighbourEntry.parse(message).toString());
            attempt(() -> NsidRequests.parse(message));
        }));
        RtNetlink rtnetlink = new RtNetlink(new NetlinkConnection(FakeKernel.answering(datagram), "red"));
        attempt(rtnetlink::links);
        RtNetlink another = new RtNetlink(new NetlinkConnection(FakeKernel.answering(datagram), "red"));
        attempt(() -> another.routeTo(RouteQuery.to(IpLiteral.parse("8.8.8.8"))));
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedMessageException | KernelException expected) {
            // its own exceptions
        }
    }
}
