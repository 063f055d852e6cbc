package io.echotrace.session;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.probe.MBeanMetric;
import io.echotrace.probe.MethodProbe;
import io.echotrace.probe.Readings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Fetches a session's timed calls for each row, the last among them, whoever makes that: so all calls of the run are in its
 * rows, each once. Guarded by the lock of the rows.
 */
final class CallReader {
    private final SessionBuilder wanted;
    private final MethodProbe probe;
    private final MetricSet metrics;
    private final Readings counted;
    private boolean begun;

    CallReader(SessionBuilder wanted) {
        this.wanted = wanted;
        this.probe = new MethodProbe(wanted.calls.groups());
        this.metrics = new MetricSet(new ArrayList<>(metricsOfRun()));
        List<Metric> own = new ArrayList<>(probe.metrics());
        own.removeAll(added());
        this.counted = new Readings(new MetricSet(own));
    }

    /** All metrics of the run, known before anything is measured. */
    MetricSet metrics() {
        return metrics;
    }

    /**
     * Says that the run has begun, the first time that it is called. What was counted before is left out, unless it is said
     * when the run began, which may be long before it is looked at.
     */
    void begin() {
        if (!begun && (!wanted.startIsSaid || wanted.delayNanos > 0)) {
            wanted.calls.forget();
        }
        begun = true;
    }

    /** Reads what was counted since the latest row that is {@link #settle settled}. A program's own metric comes first. */
    void read(long nowNanos, Readings into) {
        probe.read(nowNanos, counted);
        into.putAll(counted);
    }

    /** Says that what was read last stands in a row. */
    void settle() {
        probe.settle();
    }

    /** Whether there are more calls than the digits of a row can say: the next one does. */
    boolean isOwing() {
        return probe.isOwing();
    }

    /** Every run has the columns of the whole catalogue, so that runs compare; behind them stand those of its own. */
    private Set<Metric> metricsOfRun() {
        Set<Metric> all = new LinkedHashSet<>();
        if (wanted.standardProbes) {
            all.addAll(Metrics.all());
        }
        if (!wanted.calls.groups().isEmpty()) {
            all.addAll(probe.metrics());
        }
        all.addAll(added());
        return all;
    }

    private List<Metric> added() {
        List<Metric> added = new ArrayList<>();
        for (MBeanMetric mbean : wanted.mbeans) {
            added.add(mbean.metric());
        }
        added.addAll(wanted.own.metrics());
        return added;
    }
}
