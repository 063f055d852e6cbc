package io.echotrace.finding;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Requests take far more irregular times than usual: p99 ÷ median is more than twice what it typically is in this run.
 *
 * <p>It must be so for three seconds. The metric looks back over two, so that one stall or one collection, which slows a
 * handful of calls down, is seen for as long and then gone. Nothing is found in the first ten seconds of calls: cold code
 * takes ten to a hundred times as long, now for one call and now for another, and what is usual is not known yet. Nor
 * where there are fewer than twenty calls in two seconds: their p99 is nothing but the longest.
 */
final class LatencyJitterRule implements Rule {
    private static final double WARM_UP_SECONDS = 10;
    private static final long LASTING_NANOS = 3_000_000_000L;
    private static final double ENOUGH_CALLS = 20;
    private static final double TRIGGER_LOG = StrictMath.log(2);
    private static final double RELEASE_LOG = StrictMath.log(1.5);
    private static final double WORST_LOG = StrictMath.log(20);
    private static final long NOT_OVER = Long.MIN_VALUE;

    private final Metric jitter;
    private final RecentCalls recent;
    private final Usual usualLog = new Usual(WARM_UP_SECONDS);
    private long previousNanos;
    private long overSinceNanos = NOT_OVER;

    LatencyJitterRule(Subjects subjects) {
        jitter = subjects.requestJitter;
        recent = new RecentCalls(subjects.requestRate, subjects.requestErrors, 0);
    }

    @Override
    public Fault fault() {
        return Fault.LATENCY_JITTER;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double seconds = (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        recent.add(row);
        double log = StrictMath.log(row.value(jitter));
        if (recent.calls() < ENOUGH_CALLS || Double.isNaN(log) || Double.isInfinite(log)) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        Evidence evidence = usualLog.isKnown() ? judge(log, row.atNanos(), holding) : null;
        usualLog.learn(log, seconds, overSinceNanos != NOT_OVER);
        return evidence;
    }

    private @Nullable Evidence judge(double log, long nowNanos, boolean holding) {
        double above = log - usualLog.value();
        if (above <= (holding ? RELEASE_LOG : TRIGGER_LOG)) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        if (overSinceNanos == NOT_OVER) {
            overSinceNanos = nowNanos;
        }
        if (!holding && nowNanos - overSinceNanos < LASTING_NANOS) {
            return null;
        }
        String words =
                String.format(Locale.ROOT, "p99 is %s the median, usual is %s", times(log), times(usualLog.value()));
        return new Evidence(Evidence.severity(above, TRIGGER_LOG, WORST_LOG), overSinceNanos, words);
    }

    private static String times(double log) {
        double ratio = StrictMath.exp(log);
        return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f ×" : "%.0f ×", ratio);
    }
}
