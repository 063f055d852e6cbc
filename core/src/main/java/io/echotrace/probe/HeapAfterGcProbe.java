package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Collections;
import java.util.List;

/**
 * The heap that the latest collection left used, of the heap's limit. From the collector's own report: {@code
 * MemoryPoolMXBean.getCollectionUsage} stays 0 for the old generation through young collections.
 */
final class HeapAfterGcProbe implements Probe {
    private final CollectedHeap collected;
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    HeapAfterGcProbe(CollectedHeap collected) {
        this.collected = collected;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.HEAP_AFTER_GC);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        collected.refresh();
        if (collected.isKnown()) {
            long limit = HeapProbe.limit(memory.getHeapMemoryUsage());
            into.value(Metrics.HEAP_AFTER_GC, (double) collected.usedAfter() / limit);
        } else {
            into.unavailable(Metrics.HEAP_AFTER_GC, "no collection yet");
        }
    }
}
