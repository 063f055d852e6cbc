package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;

/**
 * Threads that wait for each other for ever, by monitors or by {@code java.util.concurrent} locks. Every five seconds: the
 * search is a safepoint, which is marked as our own.
 */
final class DeadlockProbe implements Probe {
    private static final long PERIOD_NANOS = 5_000_000_000L;

    private final StopMeter meter;
    private final OwnSafepoints own;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    DeadlockProbe(StopMeter meter, OwnSafepoints own) {
        this.meter = meter;
        this.own = own;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.THREADS_DEADLOCKED);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        long before = meter.safepoints();
        long[] deadlocked = threads.isSynchronizerUsageSupported()
                ? threads.findDeadlockedThreads()
                : threads.findMonitorDeadlockedThreads();
        own.caused(before, meter.safepoints());
        into.value(Metrics.THREADS_DEADLOCKED, deadlocked == null ? 0 : deadlocked.length);
    }
}
