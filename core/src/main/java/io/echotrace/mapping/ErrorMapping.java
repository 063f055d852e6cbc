package io.echotrace.mapping;

import io.echotrace.metric.Occurrence;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;

/**
 * Errors as sparks, at most one cue a row however many there are. An error now and then is part of life: a tick under the
 * bed, softer yet when there have been such for ten minutes. In a burst the sparks stand out, and only there they are also
 * heard above 4 kHz. Of more than thirty a second no more sparks are made; each is a little louder instead. The probe
 * thread's own.
 */
final class ErrorMapping {
    private static final double MOST_PER_SECOND = 30;
    /** Sums of thirtieths fall short of a whole one by less. */
    private static final double ROUNDING = 1e-6;

    private static final double TICK_DB = -12;
    private static final double OLD_TICK_DB = -24;
    private static final double OLD_SECONDS = 600;
    /** As long as this without errors ends them. */
    private static final double CALM_SECONDS = 60;

    private static final double BURST_DB = 0;
    private static final double WORST_BURST_DB = 6;
    private static final double MOST_CROWDED_DB = 3;
    private static final double CROWDED_NEPERS = StrictMath.log(8); // eight times as many errors as sparks

    private double allowed = Double.POSITIVE_INFINITY;
    private long unheard;
    private long sinceNanos;
    private long latestNanos = Long.MIN_VALUE;

    /** @param burst the course of the error burst, in which errors stand out */
    void apply(Occurrence errors, FaultCourse burst, Timeline timeline) {
        long length = Math.max(0, errors.lengthNanos());
        follow(errors.startNanos(), length);
        unheard += count(errors.text());
        long sparks = Math.min(unheard, (long) (allowed + ROUNDING));
        if (sparks == 0) {
            return; // a short row so soon after another: the next spark tells of its errors, too
        }
        double crowdedDb = crowdedDb((double) unheard / sparks);
        timeline.cue(cue(errors.startNanos(), length, (int) sparks, crowdedDb, burst));
        allowed -= (double) sparks;
        unheard = 0;
    }

    /** What was allowed and not used is saved up for as long as a row, or for one spark. */
    private void follow(long startNanos, long lengthNanos) {
        long endNanos = startNanos + lengthNanos;
        boolean first = latestNanos == Long.MIN_VALUE;
        double seconds = first ? 0 : Math.max(0, (endNanos - latestNanos) / 1e9);
        double most = Math.max(1, MOST_PER_SECOND * lengthNanos / 1e9);
        allowed = Math.min(most, allowed + MOST_PER_SECOND * seconds);
        if (first || startNanos - latestNanos > CALM_SECONDS * 1e9) {
            sinceNanos = startNanos;
            unheard = 0;
        }
        latestNanos = endNanos;
    }

    private Cue cue(long atNanos, long lengthNanos, int sparks, double crowdedDb, FaultCourse burst) {
        if (burst.holds()) {
            double db = BURST_DB + (WORST_BURST_DB - BURST_DB) * burst.way() + burst.gainDb();
            return Cue.sparks(atNanos, lengthNanos, sparks, db + crowdedDb);
        }
        double db = atNanos - sinceNanos >= OLD_SECONDS * 1e9 ? OLD_TICK_DB : TICK_DB;
        return Cue.ticks(atNanos, lengthNanos, sparks, db + crowdedDb);
    }

    private static double crowdedDb(double errorsPerSpark) {
        return MOST_CROWDED_DB * Math.min(1, StrictMath.log(errorsPerSpark) / CROWDED_NEPERS);
    }

    private static long count(String text) {
        try {
            return Math.max(1, Long.parseLong(text));
        } catch (NumberFormatException e) { // a CSV of somebody else's making
            return 1;
        }
    }
}
