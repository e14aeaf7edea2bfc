package dev.netjig.suites.faults;

import dev.netjig.diagnosis.Explanation;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The catalogue as it is explained in this JVM, a line for each fault. */
final class CatalogueRun {

    private static final int THREADS = 4;

    private CatalogueRun() {}

    /** What became of a fault. Addresses of the link layer are left out: the kernel throws dice for them. */
    record Line(String fault, String verdict, String tier, String explanation) {

        static Line of(Outcome outcome) {
            return new Line(
                    outcome.fault().id(),
                    outcome.verdict(),
                    "tier " + outcome.explanation().map(Explanation::tier).orElse(0),
                    outcome.explanation()
                            .map(Explanation::line)
                            .orElse("none")
                            .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "MAC"));
        }

        static Line parse(String text) {
            String[] columns = text.split("\t");
            return new Line(columns[0], columns[1], columns[2], columns[3]);
        }

        @Override
        public String toString() {
            return String.join("\t", fault, verdict, tier, explanation);
        }
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<Line>> lines = Catalogue.faults().stream()
                .map(fault -> pool.submit(() -> Line.of(Outcome.of(fault))))
                .toList();
        for (Future<Line> line : lines) {
            System.out.println(line.get());
        }
        pool.shutdownNow();
    }
}
