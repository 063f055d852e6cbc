package io.echotrace.finding;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A value that rises and does not stop to. Looked for in several windows: the shortest finds it first, the longer ones where
 * it moves only now and then, or falls back on its way up. Constant memory.
 */
final class Trend {
    /** A rise that is found rests for so long before it is over: collections may be rarer for a while. */
    private static final double PATIENCE_MINUTES = 1.5;

    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final Floors floors;
    private final long startNanos;
    private final SteadyRise[] rises;
    private final Predicate<SteadyRise> matters;
    private @Nullable SteadyRise found;
    private double perMinuteWhenFound;
    private long confirmedNanos;
    private long firstNanos = NOT_BEGUN;

    private Trend(Predicate<SteadyRise> matters, int startSeconds, Floors floors, int... spans) {
        this.matters = matters;
        this.startNanos = startSeconds * 1_000_000_000L;
        this.floors = floors;
        this.rises = new SteadyRise[spans.length];
        for (int i = 0; i < spans.length; i++) {
            rises[i] = new SteadyRise(floors, spans[i]);
        }
    }

    /**
     * One that takes its time, and remembers forty minutes.
     *
     * @param matters whether a rise is enough to be found
     * @param minutes the windows, each a multiple of 5 up to 40, shortest first
     */
    static Trend slow(Predicate<SteadyRise> matters, int... minutes) {
        return new Trend(matters, 0, new Floors(10, 240), minutes); // blocks of so many times ten seconds, six of them
    }

    /**
     * One that looks for rises which begin, in windows of 48, 84, 144 and 240 seconds. The first ten seconds do not count:
     * what a program loads as it starts is no earlier rise.
     */
    static Trend quick(Predicate<SteadyRise> matters) {
        return new Trend(rise -> rise.isNews() && matters.test(rise), 10, new Floors(2, 300), 4, 7, 12, 20);
    }

    /** Takes the next value and returns the rise that holds now; null when there is none. */
    @Nullable SteadyRise follow(double value, long nowNanos) {
        firstNanos = firstNanos == NOT_BEGUN ? nowNanos : firstNanos;
        if (nowNanos - firstNanos >= startNanos && floors.add(value, nowNanos)) {
            SteadyRise before = found;
            found = before != null && goesOn(before, nowNanos) ? before : search(nowNanos);
        }
        return found;
    }

    /** As if there had been no values so far. */
    void forget() {
        floors.forget();
        found = null;
    }

    private boolean goesOn(SteadyRise rise, long nowNanos) {
        if (rise.goesOn(perMinuteWhenFound)) {
            confirmedNanos = nowNanos;
            return true;
        }
        return (nowNanos - confirmedNanos) / 60e9 < PATIENCE_MINUTES - 2 * rise.minutesPerStep();
    }

    private @Nullable SteadyRise search(long nowNanos) {
        for (SteadyRise rise : rises) {
            if (rise.isFound() && matters.test(rise)) {
                confirmedNanos = nowNanos;
                perMinuteWhenFound = rise.perMinute();
                return rise;
            }
        }
        return null;
    }
}
