package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import oshi.hardware.GlobalMemory;

/** Used and available memory of the machine, every two seconds, on systems other than Linux. */
final class MemoryProbe implements Probe {
    private final Machine machine;

    MemoryProbe(Machine machine) {
        this.machine = machine;
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
        MemoryReport.report(memory.getTotal(), memory.getAvailable(), into);
    }
}
