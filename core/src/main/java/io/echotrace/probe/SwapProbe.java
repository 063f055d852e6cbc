package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Collections;
import java.util.List;
import oshi.hardware.GlobalMemory;
import oshi.hardware.VirtualMemory;

/** Bytes swapped in and out per second, on systems other than Linux. */
final class SwapProbe implements Probe {
    private final Machine machine;
    private final CounterWindow window = new CounterWindow(0, 1);

    SwapProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.SYSTEM_SWAP_IO);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        GlobalMemory memory = machine.hardware().getMemory();
        VirtualMemory virtual = memory.getVirtualMemory();
        long pages = virtual.getSwapPagesIn() + virtual.getSwapPagesOut();
        window.add(nowNanos, pages * memory.getPageSize());
        RateReport.report(Metrics.SYSTEM_SWAP_IO, window, 0, into);
    }
}
