package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Bytes allocated on the heap per second, over the last second: the JVM's own total on 21 and later; before, which knows
 * it only thread by thread, the growth of the used heap (see {@link HeapGrowth}).
 */
final class AllocationProbe implements Probe {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private final LongSupplier allocated;
    private final CounterWindow window = new CounterWindow(WINDOW_NANOS, 1);

    AllocationProbe(CollectedHeap collected) {
        LongSupplier total = AllocatedTotal.ofThisJvm(ManagementFactory.getThreadMXBean());
        allocated = total == null ? new HeapGrowth(collected) : total;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.ALLOCATION);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        window.add(nowNanos, allocated.getAsLong());
        RateReport.report(Metrics.ALLOCATION, window, 0, into);
    }
}
