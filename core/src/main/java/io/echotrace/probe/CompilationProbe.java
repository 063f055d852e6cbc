package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of time in the JIT compiler, over the last second, at most 1: several compiler threads may add up to more. A
 * compilation counts when it ends.
 */
final class CompilationProbe implements Probe {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private final @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final CounterWindow window = new CounterWindow(WINDOW_NANOS, 1);

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.COMPILATION);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            throw new UnavailableException("this JVM runs without a JIT compiler");
        }
        window.add(nowNanos, compiler.getTotalCompilationTime());
        if (window.isReady()) {
            into.value(Metrics.COMPILATION, Math.min(1, window.perSecond(0) / 1e3));
        } else {
            into.unavailable(Metrics.COMPILATION, Readings.FIRST_READING);
        }
    }
}
