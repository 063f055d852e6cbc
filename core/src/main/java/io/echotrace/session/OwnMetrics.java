package io.echotrace.session;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.probe.Probe;
import io.echotrace.probe.SupplierProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The metrics that a program adds to its session, in the order in which it named them. Not thread-safe. */
final class OwnMetrics {
    private final Map<Metric, DoubleSupplier> sources = new LinkedHashMap<>();

    void add(Metric metric, DoubleSupplier source) {
        String name = metric.name();
        if (name.trim().isEmpty() || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a metric needs a name of one line, not \"" + name + "\"");
        }
        requireUnitOfCatalogue(metric);
        if (sources.putIfAbsent(metric, source) != null) {
            throw new IllegalArgumentException("the metric " + name + " is given twice");
        }
    }

    List<Metric> metrics() {
        return new ArrayList<>(sources.keySet());
    }

    /** A probe for each: a source that fails takes no other with it. */
    List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        sources.forEach((metric, source) -> probes.add(new SupplierProbe(metric, source)));
        return probes;
    }

    private static void requireUnitOfCatalogue(Metric metric) {
        int known = Metrics.all().indexOf(metric);
        Metric standard = known < 0 ? metric : Metrics.all().get(known);
        if (standard.unit() != metric.unit()) {
            throw new IllegalArgumentException(
                    "the metric " + metric + " has the unit " + standard.unit() + ", not " + metric.unit());
        }
    }
}
