package io.echotrace.anomaly;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * How often the scores say what: of a synthetic healthy stream, the share of seconds with L of at least 2, 3, 4 and 5, as
 * a multiple of what it should be: 1 is right. The main class prints the table of ten streams, of ten million values each
 * or as many as its argument says.
 */
final class Calibrated {
    static final double[] DEPENDENCES = {0, 0.9};
    private static final int LOWEST = 2;
    private static final int HIGHEST = 5;

    private Calibrated() {}

    public static void main(String[] args) {
        int values = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        System.out.printf(
                Locale.ROOT, "%d values a stream%nstream          AR(1)   L>=2   L>=3   L>=4   L>=5%n", values);
        for (double kept : DEPENDENCES) {
            for (Streams stream : Streams.values()) {
                StringBuilder line = new StringBuilder();
                for (double multiple : multiples(stream.stream(kept, 1), values)) {
                    line.append(String.format(Locale.ROOT, " %6.2f", multiple));
                }
                System.out.printf(Locale.ROOT, "%-15s %5.1f%s%n", stream, kept, line);
            }
        }
    }

    /** For L of 2, 3, 4 and 5. */
    static double[] multiples(DoubleSupplier stream, int values) {
        Metric metric = Metrics.SYSTEM_CPU;
        MetricSet metrics = new MetricSet(List.of(metric));
        Scorer scorer = new Scorer(metrics);
        long[] counts = new long[HIGHEST - LOWEST + 1];
        for (int i = 0; i < values; i++) {
            long now = i * 1_000_000_000L;
            Snapshot snapshot = new Snapshot(now, metrics, new double[] {stream.getAsDouble()});
            double level = Scores.levelOf(scorer.score(now, snapshot).highest());
            for (int l = LOWEST; l <= HIGHEST && level >= l; l++) {
                counts[l - LOWEST]++;
            }
        }
        double[] multiples = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            multiples[i] = counts[i] * Math.pow(10, LOWEST + i) / (values - Scorer.LEARNING_ROWS);
        }
        return multiples;
    }
}
