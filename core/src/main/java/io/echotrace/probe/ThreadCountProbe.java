package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;

/** Live platform threads; virtual threads are not counted by the JVM. */
final class ThreadCountProbe implements Probe {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.THREADS);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        into.value(Metrics.THREADS, threads.getThreadCount());
    }
}
