package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.Collections;
import java.util.List;

/** Used heap of its limit. */
final class HeapProbe implements Probe {
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.HEAP);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        MemoryUsage heap = memory.getHeapMemoryUsage();
        into.value(Metrics.HEAP, (double) heap.getUsed() / limit(heap));
    }

    /** The most the heap may grow to; what it has now where there is no limit. */
    static long limit(MemoryUsage heap) {
        return heap.getMax() > 0 ? heap.getMax() : heap.getCommitted();
    }
}
