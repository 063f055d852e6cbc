package io.echotrace.judge;

import io.echotrace.judge.Stops.Stop;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What is measured of a JVM and its machine, ten rows a second. While the JVM stands still no row comes: what measures
 * stands still too.
 */
final class Machine {
    static final double INTERVAL = 0.1;

    private static final double APART = 0.002;
    private static final double WINDOW = 1;

    private final Rows rows = Rows.ofCatalogue();
    private final List<Stops> causes = new ArrayList<>();
    private final Deque<Stop> recent = new ArrayDeque<>();
    private final double[] values = new double[Metrics.all().size()];
    private double previous;
    private double now;

    Machine() {
        Arrays.fill(values, Double.NaN);
    }

    /** Seconds since the run started. */
    double now() {
        return now;
    }

    /** Seconds since the row before. */
    double elapsed() {
        return now - previous;
    }

    double get(Metric metric) {
        return values[rows.metrics().indexOf(metric)];
    }

    void set(Metric metric, double value) {
        values[rows.metrics().indexOf(metric)] = value;
        rows.set(metric, value);
    }

    void stopsFor(Stops stops) {
        causes.add(stops);
    }

    /** So many calls have failed since the row before. */
    void fail(int calls) {
        if (calls > 0) {
            long length = Math.round(elapsed() * 1e9);
            rows.occurs(new Occurrence(Occurrence.Kind.ERROR, nanos(previous), length, String.valueOf(calls)));
        }
    }

    /** Goes on to the instant of the next row; what stops on the way is in it. */
    void advance() {
        previous = now;
        double due = (Math.floor(now / INTERVAL + 1e-6) + 1) * INTERVAL;
        for (Stops stops : causes) {
            while (stops.next() < due) {
                Stop stop = stops.take(recent.isEmpty() ? 0 : recent.getLast().end() + APART);
                recent.add(stop);
                rows.stops(stop.start(), stop.length(), stop.text());
                due = Math.max(due, stop.end() + APART / 2);
            }
        }
        now = due;
        while (!recent.isEmpty() && recent.getFirst().end() < now - WINDOW) {
            recent.removeFirst();
        }
        measureStops();
    }

    private void measureStops() {
        double collecting = 0;
        double stopped = 0;
        int collections = 0;
        for (Stop stop : recent) {
            stopped += stop.length();
            collecting += stop.isCollection() ? stop.length() : 0;
            collections += stop.isCollection() ? 1 : 0;
        }
        double window = Math.max(WINDOW, elapsed());
        set(Metrics.GC_RATE, collections / window);
        set(Metrics.GC_TIME, Math.min(1, collecting / window));
        set(Metrics.SAFEPOINT_TIME, Math.min(1, stopped / window));
    }

    /** The row of this instant. */
    Row row() {
        return rows.at(now);
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
