package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are started and never end: for two seconds there are more than four times as many as usual, and fifty more;
 * or their number rises all the time, by a fifth and by eight at least within four minutes where it hardly rose before, else,
 * as in the first minutes of a program, by a quarter and by twenty for ten minutes or twenty. A pool that grows to its size
 * within a few seconds, as pools do when they are asked for more, is no such trend.
 */
final class ThreadLeakRule implements Rule {
    /** A server that starts has a dozen threads at first, and all of its pools half a minute later. */
    private static final double KNOWN_SECONDS = 50;

    private static final long LASTING_NANOS = 2_000_000_000L;
    private static final double TRIGGER_RATIO = 4;
    private static final double RELEASE_RATIO = 3;
    private static final double MORE = 50;
    private static final double RELEASE_MORE = 40;

    private static final double RISE_SHARE = 0.25;
    private static final double RISE = 20;

    private static final double BEGUN_SHARE = 0.2;
    private static final double BEGUN_RISE = 8;

    private static final double LEAST_LOG = StrictMath.log(1 + RISE_SHARE);
    private static final double WORST_LOG = StrictMath.log(16);
    private static final double TRIGGER_LOG = StrictMath.log(TRIGGER_RATIO);
    private static final long NOT_OVER = Long.MIN_VALUE;

    private final Usual usualLog = new Usual(KNOWN_SECONDS);
    private final Rises rises = new Rises(
            Trend.quick(rise -> rise.rise() >= Math.max(BEGUN_RISE, BEGUN_SHARE * rise.from())),
            Trend.slow(rise -> rise.rise() >= Math.max(RISE, RISE_SHARE * rise.from()), 10, 20));
    private long previousNanos;
    private long overSinceNanos = NOT_OVER;
    private double usualBefore;
    private double before = Double.NaN; // how many there were when a trend began; NaN while there is none

    @Override
    public Fault fault() {
        return Fault.THREAD_LEAK;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double seconds = (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        double threads = row.value(Metrics.THREADS);
        if (!(threads > 0)) {
            rises.forget();
            before = Double.NaN;
            overSinceNanos = NOT_OVER;
            return null;
        }
        Evidence byTrend = byTrend(threads, row.atNanos());
        Evidence byNumber = usualLog.isKnown() ? byNumber(threads, row.atNanos(), holding) : null;
        learn(StrictMath.log(threads), seconds);
        return byNumber == null ? byTrend : byNumber.strongerThan(byTrend);
    }

    private @Nullable Evidence byTrend(double threads, long nowNanos) {
        SteadyRise rise = rises.follow(threads, nowNanos);
        if (rise == null) {
            before = Double.NaN;
            return null;
        }
        before = Double.isNaN(before) ? rise.from() : before;
        String words = String.format(
                Locale.ROOT, "threads rise by %s a minute, from %.0f to %.0f", few(rise.perMinute()), before, threads);
        return new Evidence(severity(threads / before), nowNanos, words);
    }

    private @Nullable Evidence byNumber(double threads, long nowNanos, boolean holding) {
        double usual = StrictMath.exp(usualLog.value());
        boolean isOver = holding
                ? threads > RELEASE_RATIO * usual && threads > usual + RELEASE_MORE
                : threads > TRIGGER_RATIO * usual && threads >= usual + MORE;
        if (!isOver) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        if (overSinceNanos == NOT_OVER) {
            overSinceNanos = nowNanos;
            usualBefore = usual;
        }
        if (!holding && nowNanos - overSinceNanos < LASTING_NANOS) {
            return null;
        }
        String words = String.format(Locale.ROOT, "%.0f threads, usual are %.0f", threads, usualBefore);
        return new Evidence(severity(threads / usual), overSinceNanos, words);
    }

    private void learn(double log, double seconds) {
        boolean isFarBeyond =
                usualLog.isKnown() && (overSinceNanos != NOT_OVER || log - usualLog.value() > TRIGGER_LOG);
        usualLog.learn(log, seconds, isFarBeyond);
    }

    private static double severity(double ratio) {
        return Evidence.severity(StrictMath.log(ratio), LEAST_LOG, WORST_LOG);
    }

    private static String few(double perMinute) {
        return String.format(Locale.ROOT, perMinute < 9.95 ? "%.1f" : "%.0f", perMinute);
    }
}
