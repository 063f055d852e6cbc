package io.echotrace.session;

/** The instants at which the rows of a series are scored: each later than the one before, whatever their clock did. */
final class ScoringClock {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final boolean timed;
    private double steps;
    private double meanStep;
    private long now;
    private boolean started;

    /** @param timed whether the rows say when they are; else they are a second apart */
    ScoringClock(boolean timed) {
        this.timed = timed;
    }

    /**
     * The instant of the next row, in nanoseconds since the first.
     *
     * @param stepNanos how much later than the row before it says it is; of the first it does not matter
     */
    long next(long stepNanos) {
        if (!started) {
            started = true;
            return now;
        }
        long step = timed ? stepNanos : SECOND_NANOS;
        if (step >= 0) {
            steps++;
            meanStep += ((double) step - meanStep) / steps;
        }
        now += step > 0 ? step : (long) meanStep;
        return now;
    }
}
