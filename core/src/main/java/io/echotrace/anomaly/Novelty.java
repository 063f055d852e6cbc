package io.echotrace.anomaly;

/**
 * The evidence that a number of a stream is new. How improbable it is comes from the two {@link Tail}s; the {@link Range}
 * of all that was seen says whether it matters: what lies inside, or hardly outside, has to be a hundred times less
 * probable. And after n numbers nothing is less probable than a new record of n, but for its size: a record r times as
 * far has r^-6 of that, a tail that few metrics exceed.
 */
final class Novelty {
    private static final int FIRST_JUDGED = 50;
    /** Of the range's width: what leaves it by less is no news of its own. */
    private static final double HARDLY_OUTSIDE = 0.05;

    private static final double DECADES_ASKED_INSIDE = 2;
    private static final double TAIL_INDEX = 6;
    /** Share of a value that rounding alone can make: values have six digits. */
    private static final double ROUNDING = 1e-5;

    private final Tail upper = new Tail();
    private final Tail lower = new Tail();
    private final Range range = new Range();
    private long seen;

    /** Judges the next number and learns it. */
    double next(double value) {
        double evidence = seen < FIRST_JUDGED ? 0 : evidence(value);
        seen++;
        upper.learn(value);
        lower.learn(-value);
        range.learn(value);
        return evidence;
    }

    private double evidence(double value) {
        double outside = range.outside(value);
        double width = range.width();
        if (outside > 0 && width <= ROUNDING * Math.abs(value)) {
            return outside <= ROUNDING * Math.abs(value) ? 0 : StrictMath.log10((double) seen);
        }
        double decades = Math.max(upper.decades(value), lower.decades(-value));
        if (outside < HARDLY_OUTSIDE * width) {
            decades -= DECADES_ASKED_INSIDE;
        }
        if (decades <= 0) {
            return 0;
        }
        return Math.min(decades, StrictMath.log10((double) seen) + TAIL_INDEX * StrictMath.log10(1 + outside / width));
    }
}
