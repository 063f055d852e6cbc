package io.echotrace.anomaly;

/**
 * The upper tail of a stream of numbers: how improbable is a value so high? Peaks over threshold: whatever the
 * distribution, the excesses over a high threshold follow a generalized Pareto distribution (Pickands 1975; Balkema and
 * de Haan 1974), as used on streams by Siffer et al., "Anomaly Detection in Streams with Extreme Value Theory" (KDD
 * 2017). The threshold is the 0.95 quantile, followed by stochastic approximation (Robbins and Monro 1951). The
 * distribution is fitted by the moments of the excesses (Hosking and Wallis 1987), which are forgotten slowly.
 *
 * <p>The tail is never taken to be heavier than exponential: where it is, evidence comes out too strong, and {@link
 * Calibration} learns so.
 */
final class Tail {
    private static final double SHARE = 0.05;
    private static final double DECADES_AT_THRESHOLD = -StrictMath.log10(SHARE);
    private static final double LN_10 = StrictMath.log(10);

    /** How many excesses count: some 5000 values. */
    private static final double EXCESSES = 250;
    /** Excesses of an exponential tail that are believed beforehand. */
    private static final double BELIEVED = 30;
    /** The lightest tail that is believed: a normal one, seen from its 0.95 quantile, is a little heavier. */
    private static final double LIGHTEST = -0.3;

    private static final double NEARLY_EXPONENTIAL = -1e-3;
    /** Beyond the end of the fitted distribution; no sum of a stream's decades comes near. */
    private static final double IMPOSSIBLE = 99;

    /** Of the distance between values and threshold, the share that the threshold moves by, at the start and later. */
    private static final double FIRST_STEP = 9;

    private static final double LAST_STEP = 0.01;
    private static final double DISTANCES = 1000;
    /** One distance counts at most so many times the mean: a single giant does not throw the threshold about. */
    private static final double GREATEST_DISTANCE = 20;

    private long seen;
    private double threshold;
    private double distance;
    private double weight;
    private double sum;
    private double sumOfSquares;

    /** -log10 of the probability of a value so high; 0 up to the threshold. */
    double decades(double value) {
        double excess = value - threshold;
        if (!(excess > 0) || !(sum > 0)) {
            return 0;
        }
        double mean = sum / weight;
        double variance = Math.max(0, sumOfSquares / weight - mean * mean);
        variance = (weight * variance + BELIEVED * mean * mean) / (weight + BELIEVED);
        double shape = (1 - mean * mean / variance) / 2;
        if (shape > NEARLY_EXPONENTIAL) {
            return DECADES_AT_THRESHOLD + excess / mean / LN_10;
        }
        shape = Math.max(LIGHTEST, shape);
        double inside = 1 + shape * excess / (mean * (1 - shape));
        return inside <= 0 ? IMPOSSIBLE : Math.min(IMPOSSIBLE, DECADES_AT_THRESHOLD + Decades.of(inside) / shape);
    }

    void learn(double value) {
        if (seen++ == 0) {
            threshold = value;
            return;
        }
        double excess = value - threshold;
        if (excess > 0) {
            double kept = 1 - 1 / EXCESSES;
            weight = weight * kept + 1;
            sum = sum * kept + excess;
            sumOfSquares = sumOfSquares * kept + excess * excess;
        }
        double far = Math.abs(excess);
        if (distance > 0) {
            far = Math.min(far, GREATEST_DISTANCE * distance);
        }
        distance += (far - distance) / Math.min((double) seen, DISTANCES);
        double step = distance * Math.max(FIRST_STEP / (double) seen, LAST_STEP);
        threshold += excess > 0 ? step * (1 - SHARE) : -step * SHARE;
    }
}
