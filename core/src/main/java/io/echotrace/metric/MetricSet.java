package io.echotrace.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one run, in the order of its columns. Immutable; look-ups allocate nothing. */
public final class MetricSet {
    private final List<Metric> metrics;
    private final Map<Metric, Integer> indexes = new HashMap<>();

    /** @throws IllegalArgumentException if a metric stands in the list twice */
    public MetricSet(List<Metric> metrics) {
        this.metrics = Collections.unmodifiableList(new ArrayList<>(metrics));
        for (int i = 0; i < metrics.size(); i++) {
            if (indexes.put(metrics.get(i), i) != null) {
                throw new IllegalArgumentException("metric " + metrics.get(i) + " stands twice");
            }
        }
    }

    /** The metrics in order. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** How many there are. */
    public int size() {
        return metrics.size();
    }

    /** Where the metric stands, or -1 when it is not of this run. */
    public int indexOf(Metric metric) {
        Integer index = indexes.get(metric);
        return index == null ? -1 : index;
    }
}
