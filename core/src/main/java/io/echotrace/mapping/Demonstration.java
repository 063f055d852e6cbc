package io.echotrace.mapping;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Rows that nobody measured, ten a second: how the legend has something to play. Not thread-safe. */
final class Demonstration {
    static final long INTERVAL_NANOS = 100_000_000L;

    private static final MetricSet METRICS = new MetricSet(Metrics.all());

    private final List<Occurrence> occurrences = new ArrayList<>();
    private double[] values = new double[0];
    private long nowNanos;
    private long faultNanos;

    /** Begins the row of an instant with a healthy system in the middle of its ranges. */
    void begin(long atNanos) {
        nowNanos = atNanos;
        occurrences.clear();
        values = new double[METRICS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
        }
        set(Metrics.PROCESS_CPU, 0.35);
        set(Metrics.SYSTEM_CPU, 0.4);
        set(Metrics.HEAP_AFTER_GC, 0.5);
        set(Metrics.SYSTEM_MEMORY, 0.5);
        set(Metrics.NETWORK_RECEIVE, 200e3);
        set(Metrics.NETWORK_TRANSMIT, 200e3);
        set(Metrics.DISK_UTILIZATION, 0);
    }

    /** From here on a fault is demonstrated. */
    void beginFault() {
        faultNanos = nowNanos;
    }

    /** Time since the fault began. */
    long sinceNanos() {
        return nowNanos - faultNanos;
    }

    /** Whether an instant of the fault falls into this row. */
    boolean isNow(long sinceNanos) {
        return sinceNanos() <= sinceNanos && sinceNanos < sinceNanos() + INTERVAL_NANOS;
    }

    void set(Metric metric, double value) {
        values[METRICS.indexOf(metric)] = value;
    }

    /** Has happened, and has ended with this row: less than half a second ago, since rows go on meanwhile. */
    void happened(Occurrence.Kind kind, long lengthNanos, String text) {
        occurrences.add(new Occurrence(kind, nowNanos - lengthNanos, lengthNanos, text));
    }

    Row row() {
        return new Row(new Snapshot(nowNanos, METRICS, values), occurrences, nowNanos - INTERVAL_NANOS);
    }
}
