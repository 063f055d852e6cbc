package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Collections;
import java.util.List;

/**
 * Busy share of the cores that this process may use, over the last 400 ms: Linux counts it in hundredths of a second, too
 * coarse for 100 ms. From the process's CPU time, for {@code getProcessCpuLoad} costs a hundred times as much.
 */
final class ProcessCpuProbe implements Probe {
    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private final CounterWindow window = new CounterWindow(LinuxCpuProbe.WINDOW_NANOS, 1);

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.PROCESS_CPU);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (!(system instanceof com.sun.management.OperatingSystemMXBean)) {
            throw new UnavailableException("this JVM does not tell its CPU time");
        }
        long cpuNanos = ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
        if (cpuNanos < 0) {
            throw new UnavailableException("this system does not tell a process's CPU time");
        }
        window.add(nowNanos, cpuNanos);
        if (window.isReady()) {
            int cores = Runtime.getRuntime().availableProcessors(); // may change in a container
            into.value(Metrics.PROCESS_CPU, Math.min(1, window.perSecond(0) / 1e9 / cores));
        } else {
            into.unavailable(Metrics.PROCESS_CPU, Readings.FIRST_READING);
        }
    }
}
