package io.echotrace.finding;

import java.util.Arrays;

/**
 * Whether a value's floor has risen all the time within a window: in each fifth of it by nearly as much as in the others,
 * not ever more slowly, to where it was not before in all that is remembered, and by far more than it scatters. So a
 * start that levels off, a step, a saw-tooth, noise and a wandering value are none. Constant memory.
 */
final class SteadyRise {
    private static final int BLOCKS = 6;
    private static final int STEPS = BLOCKS - 1;
    /** So many spans may have passed without a rise: it may be found no longer when it has stopped. */
    private static final double IDLE_SPANS = 8;

    /** The smallest step, of their mean. */
    private static final double LEAST_STEP = 0.6;
    /** The last two steps, of the first two: what levels off with a time constant up to the window's length has less. */
    private static final double LEAST_LATE = 0.7;
    /** A heap that wanders by 3 % within the hour, at random, rises so by chance in one of sixteen days. */
    private static final double SCATTERS = 10;
    /** A rise that is found goes on while its last two steps are at least so much of what they were. */
    private static final double RELEASE = 0.3;
    /** For so long a value must have been seen before its rise, if its begin is to be known. */
    private static final double LEAST_MINUTES_BEFORE = 0.5;
    /** It may have risen so much as fast before as in the window. */
    private static final double MOST_BEFORE = 0.3;

    private final Floors floors;
    private final int spans;
    private final double[] block = new double[BLOCKS];
    private final double[] bends;

    /**
     * A floor is known one block after it is reached: the latest of six tells how much it rose in five.
     *
     * @param spans of the floors, so many in each block, of which the window has six
     */
    SteadyRise(Floors floors, int spans) {
        this.floors = floors;
        this.spans = spans;
        this.bends = new double[floors.capacity()];
    }

    /** Looks at the window that ends now; whether the value has risen all the time. */
    boolean isFound() {
        return look()
                && isSteady()
                && floors.lowest(0, 1) - block[STEPS] >= (1 - IDLE_SPANS / spans) * rise() / STEPS
                && block[STEPS] > floors.highestBefore(BLOCKS * spans) + rise() / STEPS
                && rise() > SCATTERS * scatter();
    }

    /** Looks at the window that ends now; whether a rise that was found goes on. */
    boolean goesOn(double perMinuteWhenFound) {
        return look() && block[STEPS] - block[STEPS - 2] > RELEASE * 2 * perMinuteWhenFound * minutesPerStep();
    }

    /** Whether the value hardly rose before the window that was looked at last, as far as is known: so this is its begin. */
    boolean isNews() {
        int window = BLOCKS * spans;
        int before = Math.min(floors.count() - window, window);
        if (before * floors.spanMinutes() < LEAST_MINUTES_BEFORE) {
            return false;
        }
        int quarter = before / 4;
        double earlier = floors.lowest(window + before - quarter, quarter);
        double share = (double) (before - quarter) / (STEPS * spans);
        return block[0] - earlier <= MOST_BEFORE * share * rise();
    }

    /** The floor at the begin of the window that was looked at last. */
    double from() {
        return block[0];
    }

    /** By how much it rises there. */
    double rise() {
        return block[STEPS] - block[0];
    }

    double perMinute() {
        return rise() / (STEPS * minutesPerStep());
    }

    double minutesPerStep() {
        return spans * floors.spanMinutes();
    }

    private boolean look() {
        if (floors.count() < BLOCKS * spans) {
            return false;
        }
        for (int i = 0; i < BLOCKS; i++) {
            block[i] = floors.lowest((STEPS - i) * spans, spans);
        }
        return true;
    }

    private boolean isSteady() {
        double least = LEAST_STEP * rise() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double step = block[i + 1] - block[i];
            if (!(step > 0 && step >= least)) {
                return false;
            }
        }
        return block[STEPS] - block[STEPS - 2] >= LEAST_LATE * (block[2] - block[0]);
    }

    /** How far a step typically differs from the one before, in all that is remembered: nothing where the value rises evenly. */
    private double scatter() {
        int known = floors.count() - 3 * spans + 1;
        for (int age = 0; age < known; age++) {
            double late = floors.lowest(age, spans);
            double middle = floors.lowest(age + spans, spans);
            double early = floors.lowest(age + 2 * spans, spans);
            bends[age] = Math.abs(late - 2 * middle + early);
        }
        Arrays.sort(bends, 0, known);
        return bends[known / 2];
    }
}
