package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;

/** Loaded classes. */
final class ClassProbe implements Probe {
    private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.CLASSES);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        into.value(Metrics.CLASSES, classes.getLoadedClassCount());
    }
}
