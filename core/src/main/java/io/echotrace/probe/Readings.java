package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Where probes report to: the latest value of each metric, or why there is none. A value stays until its probe reports
 * again. The probe thread's own, but for {@link #unavailable()}, which any thread may ask.
 */
public final class Readings {
    /** The reason of a rate that has only one reading yet. */
    public static final String FIRST_READING = "first reading";

    private static final String NOT_READ = "not read yet";

    private final MetricSet metrics;
    private final double[] values;
    private final AtomicReferenceArray<String> reasons;
    private final List<Occurrence> occurrences = new ArrayList<>();

    public Readings(MetricSet metrics) {
        this.metrics = metrics;
        this.values = new double[metrics.size()];
        this.reasons = new AtomicReferenceArray<>(metrics.size());
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            reasons.set(i, NOT_READ);
        }
    }

    /** Reports a value; what is not finite is unavailable. A metric that is not of this run is ignored. */
    public void value(Metric metric, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            unavailable(metric, "no number");
            return;
        }
        set(metric, value, null);
    }

    /** Reports that the metric has no value now, and why: one phrase that a user understands. */
    public void unavailable(Metric metric, String reason) {
        set(metric, Double.NaN, reason);
    }

    /** Reports an occurrence learned of since the last reading. */
    public void occurrence(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    /** Reports all that others hold, and takes their occurrences. */
    public void putAll(Readings others) {
        for (int i = 0; i < others.values.length; i++) {
            set(others.metrics.metrics().get(i), others.values[i], others.reasons.get(i));
        }
        occurrences.addAll(others.takeOccurrences());
    }

    /** Why the metric has no value now; null when it has one. */
    public @Nullable String reason(Metric metric) {
        int index = metrics.indexOf(metric);
        return index < 0 ? "not of this run" : reasons.get(index);
    }

    /** What has no value now, and why, in the order of the metrics. */
    public Map<Metric, String> unavailable() {
        Map<Metric, String> unavailable = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            String reason = reasons.get(i);
            if (reason != null) {
                unavailable.put(metrics.metrics().get(i), reason);
            }
        }
        return unavailable;
    }

    /** All values now. */
    public Snapshot snapshot(long atNanos) {
        return new Snapshot(atNanos, metrics, values);
    }

    /** The occurrences reported since the last call; they are handed out once. */
    public List<Occurrence> takeOccurrences() {
        List<Occurrence> taken = new ArrayList<>(occurrences);
        occurrences.clear();
        return taken;
    }

    private void set(Metric metric, double value, @Nullable String reason) {
        int index = metrics.indexOf(metric);
        if (index >= 0) {
            values[index] = value;
            reasons.set(index, reason);
        }
    }
}
