package io.echotrace.metric;

/**
 * All values at one instant. Immutable. Values and instant are rounded to what the CSV holds, so that a recorded run
 * that is rendered again sounds the same to the last bit.
 */
public final class Snapshot {
    private final long atNanos;
    private final MetricSet metrics;
    private final double[] values;

    /**
     * @param atNanos nanoseconds since the run started
     * @param values one a metric, in the set's order; NaN where unavailable; copied
     */
    public Snapshot(long atNanos, MetricSet metrics, double[] values) {
        if (values.length != metrics.size()) {
            throw new IllegalArgumentException(values.length + " values for " + metrics.size() + " metrics");
        }
        this.atNanos = roundedNanos(atNanos);
        this.metrics = metrics;
        this.values = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            this.values[i] = SixDigits.round(values[i]);
        }
    }

    /** The instant of a snapshot that is taken at an instant: a whole number of milliseconds, as the CSV holds it. */
    public static long roundedNanos(long atNanos) {
        return Rounding.toMillis(atNanos);
    }

    /** Nanoseconds since the run started, a whole number of milliseconds. */
    public long atNanos() {
        return atNanos;
    }

    /** What its values are of, in their order. */
    public MetricSet metrics() {
        return metrics;
    }

    /** The metric's value; NaN when it is unavailable or not of this run. */
    public double value(Metric metric) {
        int index = metrics.indexOf(metric);
        return index < 0 ? Double.NaN : values[index];
    }

    /** The value in the given column; NaN when it is unavailable. */
    public double value(int index) {
        return values[index];
    }
}
