package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor.TickType;

/** Busy share of all cores and of the busiest core, twice a second, on systems other than Linux. */
final class CpuProbe implements Probe {
    private static final long PERIOD_NANOS = 500_000_000L;

    private final Machine machine;
    private @Nullable CounterWindow window; // null until the number of cores is known

    CpuProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.SYSTEM_CPU, Metrics.SYSTEM_CPU_MAX);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        long[] counters = counters(machine.hardware().getProcessor().getProcessorCpuLoadTicks());
        CounterWindow current = window;
        if (current == null) {
            current = new CounterWindow(0, counters.length);
            window = current;
        }
        current.add(nowNanos, counters);
        CpuShares.report(current, counters.length, into);
    }

    /** Busy and total time in turn, first of all cores, then of each. */
    static long[] counters(long[][] ticks) {
        long[] counters = new long[2 * (ticks.length + 1)];
        for (int core = 0; core < ticks.length; core++) {
            long total = Arrays.stream(ticks[core]).sum();
            long idle = ticks[core][TickType.IDLE.getIndex()] + ticks[core][TickType.IOWAIT.getIndex()];
            counters[2 * core + 2] = total - idle;
            counters[2 * core + 3] = total;
            counters[0] += total - idle;
            counters[1] += total;
        }
        return counters;
    }
}
