package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Busy share of all cores and of the busiest core, over the last 400 ms: the kernel counts in hundredths of a second, so
 * that over 100 ms a core could only be 0, 10, 20 … % busy.
 */
final class LinuxCpuProbe implements Probe {
    static final long WINDOW_NANOS = 400_000_000L;

    private final ProcFile stat;
    private final LinuxCpuTimes times = new LinuxCpuTimes();
    private @Nullable CounterWindow window; // null until the number of cores is known
    private int columns;

    /** @param proc the folder {@code /proc} */
    LinuxCpuProbe(File proc) {
        stat = new ProcFile(new File(proc, "stat"));
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.SYSTEM_CPU, Metrics.SYSTEM_CPU_MAX);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = stat.read();
        long[] counters = times.parse(stat.bytes(), length);
        if (counters.length == 0) {
            throw new UnavailableException("/proc/stat has no CPU times");
        }
        CounterWindow current = window;
        if (current == null || counters.length != columns) {
            current = new CounterWindow(WINDOW_NANOS, counters.length);
            window = current;
            columns = counters.length;
        }
        current.add(nowNanos, counters);
        CpuShares.report(current, columns, into);
    }

    @Override
    public void close() {
        stat.close();
    }
}
