package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.List;

/**
 * Reads one family of metrics from one source. Called by the probe thread only. A probe that throws loses its own
 * metrics for that reading, nothing else.
 */
public interface Probe extends AutoCloseable {
    /** What this probe can report, available here or not. */
    List<Metric> metrics();

    /** Least time between two readings; 0 reads at every snapshot. What is read slowly or with garbage says 2 s or more. */
    default long periodNanos() {
        return 0;
    }

    /**
     * Reports values, reasons for what is unavailable, and occurrences learned of since the last call. A rate needs two
     * readings: the first reports NaN with the reason {@link Readings#FIRST_READING}.
     *
     * @param nowNanos the instant of this reading, in nanoseconds since the run started
     */
    void read(long nowNanos, Readings into);

    /** Releases listeners and files; idempotent. */
    @Override
    default void close() {}
}
