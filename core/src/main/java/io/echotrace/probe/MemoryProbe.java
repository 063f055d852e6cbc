package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import oshi.hardware.GlobalMemory;

/** Used and available memory: of the container where its limit is below the machine's memory, else of the machine. */
final class MemoryProbe implements Probe {
    private final Machine machine;
    private final ContainerMemory container;
    private long totalBytes;

    MemoryProbe(Machine machine, ContainerMemory container) {
        this.machine = machine;
        this.container = container;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.SYSTEM_MEMORY, Metrics.SYSTEM_MEMORY_AVAILABLE);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        GlobalMemory memory = machine.hardware().getMemory();
        if (totalBytes == 0) {
            totalBytes = memory.getTotal();
        }
        if (container.read() && container.limitBytes() < totalBytes) {
            report(container.limitBytes(), container.limitBytes() - container.usedBytes(), into);
        } else {
            report(totalBytes, memory.getAvailable(), into);
        }
    }

    @Override
    public void close() {
        container.close();
    }

    private static void report(long totalBytes, long availableBytes, Readings into) {
        long available = Math.max(0, Math.min(totalBytes, availableBytes));
        into.value(Metrics.SYSTEM_MEMORY, 1 - (double) available / totalBytes);
        into.value(Metrics.SYSTEM_MEMORY_AVAILABLE, (double) available);
    }
}
