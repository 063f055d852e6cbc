package io.echotrace.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds series of rows for tests: values stay until they are set again. */
public final class Rows {
    private final MetricSet metrics;
    private final Map<Metric, Double> values = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private long previousNanos = Long.MIN_VALUE;

    public Rows(Metric... metrics) {
        this.metrics = new MetricSet(Arrays.asList(metrics));
    }

    /** Rows of the whole catalogue. */
    public static Rows ofCatalogue() {
        return new Rows(Metrics.all().toArray(new Metric[0]));
    }

    public MetricSet metrics() {
        return metrics;
    }

    public Rows set(Metric metric, double value) {
        values.put(metric, value);
        return this;
    }

    /** The next row carries it. */
    public Rows occurs(Occurrence occurrence) {
        occurrences.add(occurrence);
        return this;
    }

    public Rows stops(double startSeconds, double lengthSeconds, String cause) {
        return occurs(
                new Occurrence(Occurrence.Kind.STOP, (long) (startSeconds * 1e9), (long) (lengthSeconds * 1e9), cause));
    }

    public Row at(double seconds) {
        double[] row = new double[metrics.size()];
        Arrays.setAll(row, i -> values.getOrDefault(metrics.metrics().get(i), Double.NaN));
        Snapshot snapshot = new Snapshot(StrictMath.round(seconds * 1e9), metrics, row);
        List<Occurrence> taken = new ArrayList<>(occurrences);
        occurrences.clear();
        long previous = previousNanos == Long.MIN_VALUE ? 0 : previousNanos;
        previousNanos = snapshot.atNanos();
        return new Row(snapshot, taken, previous);
    }
}
