package io.echotrace.anomaly;

/**
 * The evidence that a number of a stream is new. How improbable it is comes from the two {@link Tail}s; the {@link Range}
 * of all that was seen says whether it matters: what lies inside, or hardly outside, has to be a hundred times less
 * probable. And after n numbers nothing is less probable than a new record of n, but for its size: a record r times as
 * far has r^-7 of that, which is lighter than the tails of most metrics. Few metrics beside each other cry wolf less often
 * than many, so that for them r counts more; and a metric alone is taken at its word.
 */
final class Novelty {
    /** Numbers that are learned before one is judged. */
    static final int FIRST_JUDGED = 30;
    /** Of the range's width: what leaves it by less is no news of its own. */
    private static final double HARDLY_OUTSIDE = 0.05;

    private static final double DECADES_ASKED_INSIDE = 2;
    private static final double TAIL_INDEX = 7;
    private static final double TAIL_INDEX_OF_FEW = 20;
    /** Share of a value that rounding alone can make: values have six digits. */
    private static final double ROUNDING = 1e-5;

    private final Tail upper = new Tail();
    private final Tail lower = new Tail();
    private final Range range = new Range();
    private long seen;

    /** Judges the next number, of one of so many metrics, and learns it. */
    double next(double value, int metrics) {
        double evidence = seen < FIRST_JUDGED ? 0 : evidence(value, metrics);
        seen++;
        upper.learn(value);
        lower.learn(-value);
        range.learn(value);
        return evidence;
    }

    private double evidence(double value, int metrics) {
        double outside = range.outside(value);
        double width = range.width();
        double rounding = ROUNDING * range.magnitude();
        if (outside > 0 && width <= rounding) {
            return outside <= rounding ? 0 : Decades.of((double) seen);
        }
        double decades = Math.max(upper.decades(value), lower.decades(-value));
        if (outside < HARDLY_OUTSIDE * width) {
            decades -= DECADES_ASKED_INSIDE;
        }
        if (decades <= 0) {
            return 0;
        }
        return Math.min(decades, decadesOfRecord(outside / width, metrics));
    }

    /** The decades of a record that is so many widths outside. */
    private double decadesOfRecord(double widths, int metrics) {
        double decades = Decades.of((double) seen);
        if (!(widths > 0)) {
            return decades;
        }
        if (metrics == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double index = TAIL_INDEX + TAIL_INDEX_OF_FEW / (metrics - 1);
        return decades + index * Decades.of(1 + widths);
    }
}
