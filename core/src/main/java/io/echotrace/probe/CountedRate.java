package io.echotrace.probe;

import io.echotrace.metric.SixDigits;

/**
 * Says counts as rates of six digits from which they can be had back: rate times interval, rounded, is the count. What six
 * digits cannot hold, of more than 100 000 in an interval, is said with the next one, so that no count is lost over a run.
 * One thread's at a time.
 */
final class CountedRate {
    /** At most so much of a number is rounded away. */
    private static final double ROUNDED_AWAY = 5e-6;

    /** Counted, and not yet settled. */
    private long due;
    /** As many of them as the rate tells. */
    private long said;

    /** The rate of the interval since the latest that is settled, never above what was counted since. */
    double perSecond(long count, double seconds) {
        due += count;
        double rate = SixDigits.round((double) due / seconds);
        if (Math.round(rate * seconds) > due) {
            rate = SixDigits.round((1 - ROUNDED_AWAY) * due / seconds);
        }
        said = Math.round(rate * seconds);
        return rate;
    }

    /** The rate stands in a row; what it does not tell is told by the next. */
    void settle() {
        due -= said;
        said = 0;
    }

    /** Whether something is counted that the rate does not tell. */
    boolean isOwing() {
        return due > said;
    }
}
