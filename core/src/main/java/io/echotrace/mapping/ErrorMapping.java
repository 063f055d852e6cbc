package io.echotrace.mapping;

import io.echotrace.metric.Occurrence;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * Errors as sparks, at most one cue a row however many there are, by their {@link Density}: where they are few, those within 300 ms
 * are one spark, a little louder, in the place of the first. An error now and then is part of life: a tick under the bed,
 * which the {@link EventBudget} may leave out, and softer yet when there have been such for ten minutes. In a burst the
 * sparks stand out, and only there they are also heard above 4 kHz. The probe thread's own.
 */
final class ErrorMapping {
    /** Sums of thirtieths fall short of a whole one by less. */
    private static final double ROUNDING = 1e-6;

    private static final double TICK_DB = -12;
    private static final double OLD_TICK_DB = -24;
    private static final double OLD_SECONDS = 600;
    /** As long as this without errors ends them. */
    private static final double CALM_SECONDS = 60;
    /** The next spark tells of errors that had none, if it comes so soon. */
    private static final double SOON_SECONDS = 1;

    private static final double BURST_DB = 0;
    private static final double WORST_BURST_DB = 6;
    private static final double MOST_CROWDED_DB = 3;
    private static final double CROWDED_NEPERS = StrictMath.log(8); // eight times as many errors as sparks
    /** Sparks and noise are both heard as two bands in a burst: half the power each. */
    private static final double HALF = StrictMath.sqrt(0.5);

    private final Speed speed;
    private final EventBudget budget;
    private final EventRate rate = new EventRate();
    private double allowed = Double.POSITIVE_INFINITY;
    private long unheard;
    private long sinceNanos;
    private long latestNanos = Long.MIN_VALUE;
    private long quietUntilNanos = Long.MIN_VALUE;

    ErrorMapping(Speed speed, EventBudget budget) {
        this.speed = speed;
        this.budget = budget;
    }

    /**
     * @param errors as they were measured: how dense they are does not depend on the speed of playing
     * @param burst the course of the error burst, in which errors stand out
     * @param isIncident whether anything is found to be wrong
     */
    void apply(Occurrence errors, FaultCourse burst, boolean isIncident, Timeline timeline) {
        long start = speed.of(errors.startNanos());
        long length = speed.of(Math.max(0, errors.lengthNanos()));
        long count = count(errors.text());
        rate.add(errors.startNanos(), Math.max(0, errors.lengthNanos()), (double) count);
        passTime(start, length);
        unheard += count;
        double perSecond = rate.perSecond(errors.startNanos() + Math.max(0, errors.lengthNanos()));
        int sparks = sparks(perSecond, start, length, isIncident);
        if (sparks > 0) {
            double db = levelDb(start, burst) + crowdedDb((double) unheard / sparks) + Density.grainsDb(perSecond);
            timeline.cue(burst.holds() ? Cue.sparks(start, length, sparks, db) : Cue.ticks(start, length, sparks, db));
            unheard = 0;
        }
    }

    /**
     * Says how dense they are now, row by row.
     *
     * @param measuredNanos the row's instant as it was measured
     */
    void follow(long measuredNanos, FaultCourse burst, Targets to) {
        double noise = Density.noise(rate.perSecond(measuredNanos), levelDb(latestNanos, burst));
        to.set(Control.CRACKLE, burst.holds() ? HALF * noise : noise);
        to.set(Control.CRACKLE_HIGH, burst.holds() ? HALF * noise : 0);
    }

    /** How many sparks are heard of the errors that had none; of a few that are so near to each other, one. */
    private int sparks(double perSecond, long startNanos, long lengthNanos, boolean isIncident) {
        if (perSecond >= Density.DENSEST) {
            unheard = 0; // the noise tells of them
            return 0;
        }
        if (perSecond >= Density.TEXTURE) {
            int sparks = (int) Math.min(unheard, (long) (allowed + ROUNDING));
            allowed -= sparks;
            return sparks;
        }
        if (startNanos < quietUntilNanos) {
            return 0;
        }
        if (!isIncident && !budget.grants(EventBudget.Kind.ERROR, startNanos)) {
            unheard = 0;
            return 0;
        }
        quietUntilNanos = startNanos + lengthNanos + Density.APART_NANOS; // it may be struck at the end of its row
        return 1;
    }

    /** What was allowed and not used is saved up for as long as a row, or for one spark. */
    private void passTime(long startNanos, long lengthNanos) {
        long endNanos = startNanos + lengthNanos;
        boolean first = latestNanos == Long.MIN_VALUE;
        double seconds = first ? 0 : Math.max(0, (endNanos - latestNanos) / 1e9);
        double most = Math.max(1, Density.DENSEST * lengthNanos / 1e9);
        allowed = Math.min(most, allowed + Density.DENSEST * seconds);
        double calm = first ? CALM_SECONDS : (startNanos - latestNanos) / 1e9;
        if (first || calm > CALM_SECONDS) {
            sinceNanos = startNanos;
        }
        if (calm > SOON_SECONDS) {
            unheard = 0;
        }
        latestNanos = endNanos;
    }

    private double levelDb(long atNanos, FaultCourse burst) {
        if (burst.holds()) {
            return BURST_DB + (WORST_BURST_DB - BURST_DB) * burst.way() + burst.gainDb();
        }
        return atNanos - sinceNanos >= OLD_SECONDS * 1e9 ? OLD_TICK_DB : TICK_DB;
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
