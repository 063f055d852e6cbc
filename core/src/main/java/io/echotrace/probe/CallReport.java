package io.echotrace.probe;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports the counts of some calls as metrics. One thread's at a time. */
final class CallReport {
    private static final String NO_CALLS = "no calls in the last 2 s";
    private static final double NANOS_PER_SECOND = 1e9;

    private final CallMetrics metrics;
    private final List<Metric> durations;
    private final CountedRate ended = new CountedRate();
    private final CountedRate failed = new CountedRate();
    private @Nullable CallWindow window; // null until the first call: what is timed is not always called

    CallReport(CallMetrics metrics) {
        this.metrics = metrics;
        this.durations = Arrays.asList(metrics.p50(), metrics.p99(), metrics.max(), metrics.jitter());
    }

    List<Metric> metrics() {
        return metrics.list();
    }

    /** Reports what was counted in an interval, whose end is now. */
    void report(CallCounts counts, long fromNanos, long nowNanos, Readings into) {
        double seconds = (nowNanos - fromNanos) / NANOS_PER_SECOND;
        into.value(metrics.rate(), ended.perSecond(counts.calls(), seconds));
        into.value(metrics.errors(), failed.perSecond(counts.errors(), seconds));
        into.value(
                metrics.inFlight(), (double) Math.max(0, counts.inFlight())); // entries and exits may be counted apart
        CallWindow recent = window;
        if (recent == null && counts.calls() > 0) {
            recent = new CallWindow();
            window = recent;
        }
        if (recent != null) {
            recent.add(counts, fromNanos, nowNanos);
        }
        if (recent == null || recent.counts().calls() == 0) {
            unavailable(durations, NO_CALLS, into);
        } else {
            reportDurations(recent.counts(), into);
        }
    }

    /** What was reported last stands in a row. */
    void settle() {
        ended.settle();
        failed.settle();
    }

    boolean isOwing() {
        return ended.isOwing() || failed.isOwing();
    }

    /** Reports that nothing is known of the calls, and why. */
    void unavailable(String reason, Readings into) {
        unavailable(metrics.list(), reason, into);
    }

    private void reportDurations(CallCounts counts, Readings into) {
        double median = counts.quantileNanos(0.5);
        double ninetyNine = counts.quantileNanos(0.99);
        into.value(metrics.p50(), median / NANOS_PER_SECOND);
        into.value(metrics.p99(), ninetyNine / NANOS_PER_SECOND);
        into.value(metrics.max(), counts.longestNanos() / NANOS_PER_SECOND);
        if (median > 0) {
            into.value(metrics.jitter(), ninetyNine / median);
        } else {
            into.unavailable(metrics.jitter(), "the calls are too short for the clock");
        }
    }

    private static void unavailable(List<Metric> metrics, String reason, Readings into) {
        for (Metric metric : metrics) {
            into.unavailable(metric, reason);
        }
    }
}
