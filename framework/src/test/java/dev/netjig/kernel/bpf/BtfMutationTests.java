package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** BTF that is damaged at random: the reader returns something or throws its own exception, and it ends. */
class BtfMutationTests {

    private static final int MUTANTS = 20_000;

    /** Another run tries other mutants; set the property to repeat one. */
    private static final long SEED = Long.getLong("netjig.seed", System.nanoTime());

    @Test
    @Timeout(60)
    void damaged_types_do_no_harm() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] whole = BtfTests.packet(ByteOrder.LITTLE_ENDIAN).bytes();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(whole, random);
            try {
                readAll(mutant);
            } catch (RuntimeException | Error other) {
                fail("seed " + SEED + ", mutant " + HexFormat.of().formatHex(mutant), other);
            }
        }
    }

    private static byte[] mutate(byte[] whole, RandomGenerator random) {
        byte[] mutant = random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(2 * whole.length)) : whole.clone();
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes && mutant.length > 0; i++) {
            byte[] values = {0, 1, 3, 4, 0x7f, (byte) 0x80, (byte) 0xff, (byte) random.nextInt(256)};
            mutant[random.nextInt(mutant.length)] = values[random.nextInt(values.length)];
        }
        return mutant;
    }

    private static void readAll(byte[] mutant) {
        Btf btf;
        try {
            btf = Btf.parse(mutant);
        } catch (BtfException expected) {
            return;
        }
        for (String path : List.of("next", "dev", "ns.inum", "whole", "nothing", "ns.nothing")) {
            attempt(() -> btf.offset("packet", path));
        }
        attempt(() -> btf.enumeration("reason"));
        attempt(() -> btf.parameters("hook"));
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (BtfException expected) {
            // its own exception
        }
    }
}
