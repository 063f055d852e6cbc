package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Reads one metric of the program's own at every snapshot. A supplier that throws, or gives what is no finite number,
 * leaves the metric unavailable, with the reason, and is asked again at the next snapshot.
 */
public final class SupplierProbe implements Probe {
    private final Metric metric;
    private final DoubleSupplier source;

    /** @param source called by the probe thread, so it must be quick and must not wait for anything */
    public SupplierProbe(Metric metric, DoubleSupplier source) {
        this.metric = Objects.requireNonNull(metric);
        this.source = Objects.requireNonNull(source);
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(metric);
    }

    /** Catches by itself: were it left to the probe set, a standard probe's value would stand in for two seconds. */
    @Override
    public void read(long nowNanos, Readings into) {
        try {
            into.value(metric, source.getAsDouble());
        } catch (Throwable failure) {
            into.unavailable(metric, ProbeSet.reason(failure));
        }
    }
}
