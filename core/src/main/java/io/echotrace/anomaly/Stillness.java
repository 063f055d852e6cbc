package io.echotrace.anomaly;

/**
 * The evidence that a metric has stopped moving: a run of seconds without a change that is much longer than any before.
 * If changes were independent, a run that goes on for n seconds more than the longest would have the probability p^n,
 * where p is the share of seconds without a change; as they seldom are, twice the length of the longest run is asked for,
 * and the evidence is bounded by how much longer the run is. It is given at that length and at each doubling, so that one
 * stop is news a few times and not every second.
 */
final class Stillness {
    /** Of the usual step: a smaller one is no change. */
    private static final double NO_CHANGE = 0.001;

    private static final int LEAST_RUN = 7;
    /** The longest runs grow like the logarithm of time, and rarely by more than the eighth power of their ratio says. */
    private static final double TAIL_INDEX = 8;

    private long seen;
    private long still;
    private long run;
    private long longest;
    private long next = LEAST_RUN;

    /**
     * Takes the step to the next value.
     *
     * @param step how far the value is from the one before, at least 0
     * @param usual the mean step
     * @return decades of improbability; 0 while nothing is new
     */
    double next(double step, double usual) {
        seen++;
        if (step > NO_CHANGE * usual) {
            endRun();
            return 0;
        }
        run++;
        if (seen <= Scorer.LEARNING_ROWS || run <= longest) {
            longest = Math.max(longest, run);
            still++;
            next = Math.max(LEAST_RUN, 2 * longest);
            return 0;
        }
        if (run < next) {
            return 0;
        }
        next = 2 * run;
        return evidence();
    }

    private double evidence() {
        double moving = (double) (seen - run);
        double share = (double) (still + 1) / (moving + (double) longest + 2);
        double decades = (double) (run - longest) * -Decades.of(share);
        double record =
                Decades.of((double) seen) + TAIL_INDEX * Decades.of((double) (run + 1) / (double) (longest + 1));
        return Math.max(0, Math.min(decades, record));
    }

    private void endRun() {
        if (run > longest) {
            still += run - longest;
            longest = run;
            next = Math.max(LEAST_RUN, 2 * longest);
        }
        run = 0;
    }
}
