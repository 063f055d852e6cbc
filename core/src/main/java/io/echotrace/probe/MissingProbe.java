package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.List;

/** Stands in for probes that could not be made: says why. */
final class MissingProbe implements Probe {
    private final List<Metric> metrics;
    private final String reason;

    MissingProbe(List<Metric> metrics, String reason) {
        this.metrics = metrics;
        this.reason = reason;
    }

    @Override
    public List<Metric> metrics() {
        return metrics;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        for (Metric metric : metrics) {
            into.unavailable(metric, reason);
        }
    }
}
