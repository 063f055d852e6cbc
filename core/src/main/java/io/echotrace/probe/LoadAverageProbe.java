package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Collections;
import java.util.List;

/** Runnable threads, average of a minute, on systems other than Linux. Every five seconds: it is updated no more often. */
final class LoadAverageProbe implements Probe {
    static final long PERIOD_NANOS = 5_000_000_000L;

    private final Machine machine;

    LoadAverageProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.SYSTEM_LOAD_AVERAGE);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        double load = machine.hardware().getProcessor().getSystemLoadAverage(1)[0];
        if (load < 0) {
            throw new UnavailableException("this system has no load average");
        }
        into.value(Metrics.SYSTEM_LOAD_AVERAGE, load);
    }
}
