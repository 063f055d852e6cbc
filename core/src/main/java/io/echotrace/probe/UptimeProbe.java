package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.Collections;
import java.util.List;

/** Time since the JVM started. */
final class UptimeProbe implements Probe {
    private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.PROCESS_UPTIME);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        into.value(Metrics.PROCESS_UPTIME, runtime.getUptime() / 1e3);
    }
}
