package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.List;

/**
 * Collections per second, and the share of time in their pauses, both over the last three seconds: long enough that a
 * pause of 300 ms is no storm, short enough that a storm is heard within two seconds. In a JVM's first ten seconds both are
 * of all ten: the collections of a start come close together, and are no storm unless they go on. A concurrent cycle counts
 * as one collection, however many pauses it has.
 */
final class GcProbe implements Probe {
    private static final long WINDOW_NANOS = 3_000_000_000L;

    private final GcBeans beans;
    private final JvmStart start;
    private final CounterWindow window = new CounterWindow(WINDOW_NANOS, 2);
    private final long[] counters = new long[2];

    GcProbe(GcBeans beans, JvmStart start) {
        this.beans = beans;
        this.start = start;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.GC_RATE, Metrics.GC_TIME);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        counters[0] = beans.collectionCount();
        counters[1] = beans.pauseMillis();
        window.add(nowNanos, counters);
        if (!window.isReady()) {
            into.unavailable(Metrics.GC_RATE, Readings.FIRST_READING);
            into.unavailable(Metrics.GC_TIME, Readings.FIRST_READING);
            return;
        }
        boolean isStart = !start.isOver();
        double seconds = isStart ? JvmStart.SECONDS : Math.max(window.seconds(), WINDOW_NANOS / 1e9);
        into.value(Metrics.GC_RATE, (isStart ? counters[0] : window.growth(0)) / seconds);
        if (beans.pauses().isEmpty()) {
            into.unavailable(Metrics.GC_TIME, "this collector reports cycles, not pauses");
        } else {
            double paused = (isStart ? counters[1] : window.growth(1)) / 1e3;
            into.value(Metrics.GC_TIME, Math.min(1, paused / seconds));
        }
    }
}
