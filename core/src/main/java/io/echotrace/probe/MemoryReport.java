package io.echotrace.probe;

import io.echotrace.metric.Metrics;

/** Reports memory from what there is and what of it is available. */
final class MemoryReport {
    private MemoryReport() {}

    static void report(long totalBytes, long availableBytes, Readings into) {
        long available = Math.max(0, Math.min(totalBytes, availableBytes));
        into.value(Metrics.SYSTEM_MEMORY, 1 - (double) available / totalBytes);
        into.value(Metrics.SYSTEM_MEMORY_AVAILABLE, (double) available);
    }
}
