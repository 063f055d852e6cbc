package io.echotrace.mapping;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;

/** A rate that each row counts anew, over the last two seconds. One thread's own. */
final class RecentRate {
    static final double WINDOW_SECONDS = 2;

    private static final long NEVER = Long.MIN_VALUE;

    private final Metric rate;
    private final MovingMean mean = new MovingMean(WINDOW_SECONDS);
    private double recent = Double.NaN;
    private long followedNanos = NEVER;

    RecentRate(Metric rate) {
        this.rate = rate;
    }

    void follow(Row row) {
        double value = row.value(rate);
        double seconds = followedNanos == NEVER ? 0 : (row.atNanos() - followedNanos) / 1e9;
        followedNanos = row.atNanos();
        recent = Double.isNaN(value) ? value : mean.next(value, seconds);
    }

    /** Calls a second up to the row; of the row alone when it was not the last one followed; NaN when nothing is known. */
    double at(Row row) {
        return row.atNanos() == followedNanos ? recent : row.value(rate);
    }
}
