package io.echotrace.probe;

import io.echotrace.metric.SixDigits;

/**
 * Says counts as rates of six digits from which they can be had back: rate times interval, rounded, is the count. What six
 * digits cannot hold, of more than 100 000 in an interval, is said with the next one, so that no count is lost over a run.
 * The probe thread's own.
 */
final class CountedRate {
    /** At most so much of a number is rounded away. */
    private static final double ROUNDED_AWAY = 5e-6;

    /** Counted, and not yet said. */
    private long owed;

    /** The rate of an interval, never above what was counted. */
    double perSecond(long count, double seconds) {
        long due = count + owed;
        double rate = SixDigits.round((double) due / seconds);
        if (Math.round(rate * seconds) > due) {
            rate = SixDigits.round((1 - ROUNDED_AWAY) * due / seconds);
        }
        owed = due - Math.round(rate * seconds);
        return rate;
    }
}
