package io.echotrace.finding;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A value that rises and does not stop to. Looked for in several windows: the shortest finds it first, the longer ones where
 * it moves only now and then, or falls back on its way up. Constant memory.
 */
final class Trend {
    private final Floors floors = new Floors();
    private final SteadyRise[] rises;
    private final Predicate<SteadyRise> matters;
    private @Nullable SteadyRise found;
    private double perMinuteWhenFound;

    /**
     * @param matters whether a rise is enough to be found
     * @param minutes the windows, each a multiple of 5 up to 40, shortest first
     */
    Trend(Predicate<SteadyRise> matters, int... minutes) {
        this.matters = matters;
        rises = new SteadyRise[minutes.length];
        for (int i = 0; i < minutes.length; i++) {
            rises[i] = new SteadyRise(floors, minutes[i]);
        }
    }

    /** Takes the next value and returns the rise that holds now; null when there is none. */
    @Nullable SteadyRise follow(double value, long nowNanos) {
        if (floors.add(value, nowNanos)) {
            SteadyRise before = found;
            found = before != null && before.goesOn(perMinuteWhenFound) ? before : search();
        }
        return found;
    }

    /** As if there had been no values so far. */
    void forget() {
        floors.forget();
        found = null;
    }

    private @Nullable SteadyRise search() {
        for (SteadyRise rise : rises) {
            if (rise.isFound() && matters.test(rise)) {
                perMinuteWhenFound = rise.perMinute();
                return rise;
            }
        }
        return null;
    }
}
