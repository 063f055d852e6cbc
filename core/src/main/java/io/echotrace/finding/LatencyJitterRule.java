package io.echotrace.finding;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Requests take far more irregular times than usual: p99 ÷ median is more than twice what it typically is in this run, and
 * well beyond what it reaches now and then. Where about one call in a hundred is slow, p99 is now that of the slow ones and
 * now that of the others, all day long: that is how the service is, and no fault.
 *
 * <p>It must be so for three seconds, and for two hundred calls, so that a few slow ones do not make it where there are
 * few. The metric looks back over two seconds, so that one stall or one collection, which slows a handful of calls down, is
 * seen for as long and then gone. Nothing is found in the first ten seconds of calls: cold code takes ten to a hundred times
 * as long, now for one call and now for another, and what is usual is not known yet. Nor where there are fewer than ten
 * calls a second: their p99 is nothing but the longest.
 */
final class LatencyJitterRule implements Rule {
    private static final double WARM_UP_SECONDS = 10;
    private static final long LASTING_NANOS = 3_000_000_000L;
    private static final double LASTING_CALLS = 200;
    private static final double LEAST_RATE = 10;
    private static final double RATE_SECONDS = 2;
    private static final double TRIGGER_LOG = StrictMath.log(2);
    private static final double RELEASE_LOG = StrictMath.log(1.5);
    private static final double WORST_LOG = StrictMath.log(20);
    private static final double BEYOND_HABIT_LOG = StrictMath.log(1.2);
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final long NOT_OVER = Long.MIN_VALUE;

    private final CallMetrics requests;
    private final Usual usualLog = new Usual(WARM_UP_SECONDS);
    private final Excursions excursions = new Excursions();
    private double peakLog = NONE; // of the excursion that goes on
    private long previousNanos;
    private double rate;
    private long overSinceNanos = NOT_OVER;
    private double callsOver;

    LatencyJitterRule(Subjects subjects) {
        requests = subjects.requests;
    }

    @Override
    public Fault fault() {
        return Fault.LATENCY_JITTER;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double seconds = (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        count(row.value(requests.rate()), seconds);
        double log = StrictMath.log(row.value(requests.jitter()));
        if (rate < LEAST_RATE || Double.isNaN(log) || Double.isInfinite(log)) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        excursions.moveTo(row.atNanos());
        Evidence evidence = usualLog.isKnown() ? judge(log, row.atNanos(), holding) : null;
        learn(log, seconds);
        return evidence;
    }

    private void count(double perSecond, double seconds) {
        double known = Double.isNaN(perSecond) ? 0 : perSecond;
        rate += (known - rate) * Math.min(1, seconds / RATE_SECONDS);
        callsOver += known * seconds;
    }

    /** What a finding is about is learned like all excursions, when it is over: what comes again and again is a habit. */
    private void learn(double log, double seconds) {
        boolean isFarBeyond =
                usualLog.isKnown() && (overSinceNanos != NOT_OVER || log - usualLog.value() > TRIGGER_LOG);
        if (isFarBeyond) {
            peakLog = Math.max(peakLog, log);
        } else if (peakLog != NONE) {
            excursions.add(peakLog);
            peakLog = NONE;
        }
        usualLog.learn(log, seconds, isFarBeyond);
    }

    private @Nullable Evidence judge(double log, long nowNanos, boolean holding) {
        double habitLog = excursions.habitual();
        double above = log - Math.max(usualLog.value(), habitLog + BEYOND_HABIT_LOG - TRIGGER_LOG);
        if (above <= (holding ? RELEASE_LOG : TRIGGER_LOG)) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        if (overSinceNanos == NOT_OVER) {
            overSinceNanos = nowNanos;
            callsOver = 0;
        }
        if (!holding && (nowNanos - overSinceNanos < LASTING_NANOS || callsOver < LASTING_CALLS)) {
            return null;
        }
        return new Evidence(Evidence.severity(above, TRIGGER_LOG, WORST_LOG), overSinceNanos, words(log, habitLog));
    }

    private String words(double log, double habitLog) {
        String usual = habitLog > usualLog.value() + TRIGGER_LOG
                ? "now and then it is " + times(habitLog)
                : "usual is " + times(usualLog.value());
        return "p99 is " + times(log) + " the median, " + usual;
    }

    private static String times(double log) {
        double ratio = StrictMath.exp(log);
        return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f ×" : "%.0f ×", ratio);
    }
}
