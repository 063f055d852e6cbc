package io.echotrace.session;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Snapshot;
import io.echotrace.output.DaemonThread;
import io.echotrace.probe.ProbeContext;
import io.echotrace.probe.ProbeSet;
import io.echotrace.probe.Probes;
import io.echotrace.probe.Readings;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads metrics by hand, without a session and without sound. It makes only the probes that these metrics need, and reads
 * them whenever it is asked, in the caller's thread. A rate or a share of time is that since the reading before, or since
 * an earlier one when that was only moments ago; {@link #open} takes the first reading.
 *
 * <p>What a reading costs is a matter of the metric: some microseconds and no garbage for most; up to milliseconds and
 * hundreds of kilobytes for disks, temperature and deadlocks, which a session therefore reads only every few seconds. The
 * first reading of disks loads OSHI, which takes 200 to 400 ms. Safepoints and stalls are measured by a daemon thread,
 * {@code echotrace-ticker}, which runs until the reader is closed. Nothing throws but {@link #open}. Thread-safe.
 */
public final class MetricReader implements AutoCloseable {
    private static final Set<Metric> TICKED = Collections.unmodifiableSet(
            new HashSet<>(Arrays.asList(Metrics.STALL, Metrics.SAFEPOINT_TIME, Metrics.SAFEPOINT_SYNC)));

    private final RunClock clock = new RunClock(System.nanoTime());
    private final ProbeSet probes;
    private final Readings readings;
    private volatile boolean closed;

    private MetricReader(List<Metric> metrics) {
        ProbeContext context = ProbeContext.ofThisJvm();
        readings = new Readings(new MetricSet(metrics));
        probes = new ProbeSet(Probes.reporting(context, metrics));
        if (!Collections.disjoint(metrics, TICKED)) {
            new DaemonThread("ticker", new Ticker(context.stops(), clock, () -> closed)).start();
        }
    }

    /**
     * A reader of some metrics of {@link Metrics}; takes a first reading.
     *
     * @throws IllegalArgumentException naming the metric that nothing here measures, or that is given twice
     */
    public static MetricReader open(Metric... metrics) {
        for (Metric metric : metrics) {
            if (!Metrics.all().contains(metric)) {
                throw new IllegalArgumentException(
                        "no probe measures " + metric + "; class Metrics lists what they do");
            }
        }
        MetricReader reader = new MetricReader(Arrays.asList(metrics));
        reader.read();
        return reader;
    }

    /** Reads all its metrics now. What is unavailable is NaN. A closed reader gives the values of its last reading. */
    public synchronized Snapshot read() {
        long now = clock.getAsLong();
        probes.readNow(now, readings);
        readings.takeOccurrences(); // stops and the like are a session's
        return readings.snapshot(now);
    }

    /** Why a metric had no value at the last reading: a phrase for people; null when it had one. */
    public synchronized @Nullable String reason(Metric metric) {
        return readings.reason(metric);
    }

    /** Ends its thread, if it has one, and closes its files; idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        probes.close();
    }
}
