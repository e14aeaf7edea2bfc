package dev.netjig.suites.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured times, in milliseconds. */
final class Samples {

    private final List<Double> millis = new ArrayList<>();

    void add(double sample) {
        millis.add(sample);
    }

    /** The time since {@code start} of {@link System#nanoTime}. */
    void addSince(long start) {
        add((System.nanoTime() - start) / 1e6);
    }

    double median() {
        return quantile(0.5);
    }

    private double quantile(double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    /** Median and quartiles, as in {@code 3.10 (2.80–3.64)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(), quantile(0.25), quantile(0.75));
    }
}
