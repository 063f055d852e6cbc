package io.echotrace.anomaly;

/**
 * Finds values that break the record: farther from the recent level than anything seen before. The first form of the
 * learned score.
 *
 * <p>The level is an exponentially weighted mean. Of n deviations of one distribution the newest is the greatest with
 * probability 1/n, and a deviation r times the record has probability r^-3/n if the tail is a power law of index 3,
 * which is heavier than that of most metrics: the score errs on the side of silence. Records fade slowly, so that what
 * was once normal can become unusual again. After an alarm the record stands at the alarm's height: the detector rests.
 * A metric that never moved has no scale to judge by: its first move counts as a plain record. And what stays within one
 * percent of the level is never news, however still the metric was before.
 */
final class RecordDetector implements Detector {
    /** Half-life of the level, in values. */
    private static final double LEVEL_HALF_LIFE = 20;
    /** Half-life of the record, in values: an hour. */
    private static final double RECORD_HALF_LIFE = 3600;

    private static final double TAIL_INDEX = 3;
    private static final double FARTHEST_RATIO = 1e4;
    /** Share of the level below which moves are too small to matter. */
    private static final double SMALL = 0.01;
    /** Share of the level that rounding alone can make: values have six digits. */
    private static final double STILL = 1e-5;

    private static final double LEVEL_KEPT = StrictMath.pow(0.5, 1 / LEVEL_HALF_LIFE);
    private static final double RECORD_KEPT = StrictMath.pow(0.5, 1 / RECORD_HALF_LIFE);

    private long seen;
    private double level;
    private double record;

    @Override
    public double surprise(double value) {
        if (seen++ == 0) {
            level = value;
            return 0;
        }
        double deviation = Math.abs(value - level);
        double surprise = surpriseOf(deviation, Math.abs(level));
        record = Math.max(record * RECORD_KEPT, deviation);
        level = LEVEL_KEPT * level + (1 - LEVEL_KEPT) * value;
        return surprise;
    }

    private double surpriseOf(double deviation, double usual) {
        if (deviation <= SMALL * usual || deviation < record) {
            return 0;
        }
        boolean neverMoved = record <= STILL * usual;
        double ratio = neverMoved ? 1 : Math.min(deviation / Math.max(record, SMALL * usual), FARTHEST_RATIO);
        return StrictMath.log10((double) seen) + TAIL_INDEX * StrictMath.log10(ratio);
    }
}
