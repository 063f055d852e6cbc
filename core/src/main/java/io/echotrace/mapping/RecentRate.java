package io.echotrace.mapping;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;

/** A rate that each row counts anew, over the last two seconds, as the pulse follows it. One thread's own. */
final class RecentRate {
    private static final long NEVER = Long.MIN_VALUE;

    private final Metric rate;
    private final MovingMean mean = new MovingMean();
    private double recent = Double.NaN;
    private long followedNanos = NEVER;

    RecentRate(Metric rate) {
        this.rate = rate;
    }

    void follow(Row row) {
        double seconds = followedNanos == NEVER ? 0 : (row.atNanos() - followedNanos) / 1e9;
        followedNanos = row.atNanos();
        recent = mean.next(row.value(rate), seconds);
    }

    /** A second, up to the row; of the row alone when it was not the last one followed; NaN when nothing is known. */
    double at(Row row) {
        return row.atNanos() == followedNanos ? recent : row.value(rate);
    }
}
