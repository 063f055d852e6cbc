package io.echotrace.finding;

import java.util.Arrays;

/**
 * How far a value goes now and then: what its excursions have reached in at least three of the ten-second spans of late,
 * which are those of the last half of the run, ten minutes at most. One or two excursions are no habit yet, and what the
 * JIT compiler does in the first seconds is soon forgotten. Constant memory.
 */
final class Excursions {
    private static final long SPAN_NANOS = 10_000_000_000L;
    private static final int SPANS = 60;
    private static final int HABIT = 3;

    private final double[] peaks = new double[SPANS]; // of each span, the latest of which may still be growing
    private final double[] highest = new double[HABIT];
    private long firstSpan = -1;
    private long latestSpan = -1;

    Excursions() {
        Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
    }

    /** Moves on; to be called before the other methods. */
    void moveTo(long nowNanos) {
        long span = Math.floorDiv(nowNanos, SPAN_NANOS);
        if (firstSpan < 0) {
            firstSpan = span;
            latestSpan = span;
        }
        for (long next = Math.max(latestSpan, span - SPANS) + 1; next <= span; next++) {
            peaks[(int) (next % SPANS)] = Double.NEGATIVE_INFINITY;
        }
        latestSpan = span;
    }

    /** Takes an excursion that has ended. */
    void add(double peak) {
        int index = (int) (latestSpan % SPANS);
        peaks[index] = Math.max(peaks[index], peak);
    }

    /** What is reached now and then; negative infinity while nothing is. */
    double habitual() {
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        long spans = Math.min(SPANS, (latestSpan - firstSpan) / 2 + 2);
        for (long span = Math.max(0, latestSpan - spans + 1); span <= latestSpan; span++) {
            insert(peaks[(int) (span % SPANS)]);
        }
        return highest[0];
    }

    private void insert(double peak) {
        if (peak > highest[0]) {
            highest[0] = peak;
            Arrays.sort(highest);
        }
    }
}
