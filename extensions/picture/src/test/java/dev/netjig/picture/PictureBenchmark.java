package dev.netjig.picture;

import dev.netjig.topology.Topology;
import java.util.Arrays;
import java.util.Locale;

/** How long a picture takes in a warm JVM, and how large it is. */
final class PictureBenchmark {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 60;

    private PictureBenchmark() {}

    public static void main(String[] args) {
        System.out.println("pictures in a warm JVM; ms, median of " + ROUNDS + " (quartiles)");
        report("3 namespaces", Networks.forwardDrop().build());
        report("10 routers in a row", Networks.row(10).build());
        report("30 namespaces on a bridge", Networks.star(28).build());
    }

    private static void report(String name, Topology topology) {
        double[] millis = new double[ROUNDS];
        int size = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            size = TopologyPicture.of(topology).toSvg().length();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT,
                "%-28s %.1f (%.1f–%.1f)   %d kB",
                name,
                millis[ROUNDS / 2],
                millis[ROUNDS / 4],
                millis[3 * ROUNDS / 4],
                size / 1000));
    }
}
