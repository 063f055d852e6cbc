package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports the counts of some calls as metrics. The probe thread's own. */
final class CallReport {
    private static final String NO_CALLS = "no calls in the last 2 s";
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Metric> metrics;
    private final Metric rate;
    private final Metric p50;
    private final Metric p99;
    private final Metric max;
    private final Metric jitter;
    private final Metric errors;
    private final Metric inFlight;
    private final List<Metric> durations;
    private final CountedRate ended = new CountedRate();
    private final CountedRate failed = new CountedRate();
    private @Nullable CallWindow window; // null until the first call: most patterns match what is never called

    /** @param metrics in the order of {@link io.echotrace.metric.CallMetrics#ofAll} */
    CallReport(List<Metric> metrics) {
        this.metrics = metrics;
        rate = metrics.get(0);
        p50 = metrics.get(1);
        p99 = metrics.get(2);
        max = metrics.get(3);
        jitter = metrics.get(4);
        errors = metrics.get(5);
        inFlight = metrics.get(6);
        durations = Arrays.asList(p50, p99, max, jitter);
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Reports what was counted in an interval, whose end is now. */
    void report(CallCounts counts, long fromNanos, long nowNanos, Readings into) {
        double seconds = (nowNanos - fromNanos) / NANOS_PER_SECOND;
        into.value(rate, ended.perSecond(counts.calls(), seconds));
        into.value(errors, failed.perSecond(counts.errors(), seconds));
        into.value(inFlight, Math.max(0, counts.inFlight())); // begins and ends may be counted apart
        if (window == null && counts.calls() > 0) {
            window = new CallWindow();
        }
        if (window != null) {
            window.add(counts, fromNanos, nowNanos);
        }
        if (window == null || window.counts().calls() == 0) {
            unavailable(durations, NO_CALLS, into);
        } else {
            reportDurations(window.counts(), into);
        }
    }

    /** Reports that nothing is known of the calls, and why. */
    void unavailable(String reason, Readings into) {
        unavailable(metrics, reason, into);
    }

    private void reportDurations(CallCounts counts, Readings into) {
        double median = counts.quantileNanos(0.5);
        double ninetyNine = counts.quantileNanos(0.99);
        into.value(p50, median / NANOS_PER_SECOND);
        into.value(p99, ninetyNine / NANOS_PER_SECOND);
        into.value(max, counts.longestNanos() / NANOS_PER_SECOND);
        if (median > 0) {
            into.value(jitter, ninetyNine / median);
        } else {
            into.unavailable(jitter, "the calls are too short for the clock");
        }
    }

    private static void unavailable(List<Metric> metrics, String reason, Readings into) {
        for (Metric metric : metrics) {
            into.unavailable(metric, reason);
        }
    }
}
