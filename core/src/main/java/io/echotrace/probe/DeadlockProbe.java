package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;

/**
 * Threads that wait for each other for ever, by monitors or by {@code java.util.concurrent} locks. Searched for every five
 * seconds, and a second after they were found first: the search is a safepoint, which is marked as our own.
 */
final class DeadlockProbe implements Probe {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long SECONDS_BETWEEN_SEARCHES = 5;

    private final StopMeter meter;
    private final OwnSafepoints own;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int found;
    private long secondsToSearch;

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
        return SECOND_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (--secondsToSearch <= 0) {
            boolean isToBeConfirmed = found == 0;
            found = search();
            secondsToSearch = found > 0 && isToBeConfirmed ? 1 : SECONDS_BETWEEN_SEARCHES;
        }
        into.value(Metrics.THREADS_DEADLOCKED, found);
    }

    private int search() {
        long before = meter.safepoints();
        long[] deadlocked = threads.isSynchronizerUsageSupported()
                ? threads.findDeadlockedThreads()
                : threads.findMonitorDeadlockedThreads();
        own.caused(before, meter.safepoints());
        return deadlocked == null ? 0 : deadlocked.length;
    }
}
