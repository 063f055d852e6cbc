package io.echotrace.mapping;

/**
 * Calms a noisy value without bending it: it smooths, holds still while the smoothed value stays within a dead band, and
 * once the band is left follows exactly until the value has settled; then it holds the mean of what it settled to. So small
 * wavering is not heard, and a plateau is reached to a fraction of a percent. What leaves the band by little has to stay
 * outside for a while: a change that small is none when it is over at once.
 */
final class Settler {
    /** Time constant of the smoothing. */
    private static final double SMOOTHING_SECONDS = 0.4;
    /** Time constant of what counts as staying outside. */
    private static final double STAYING_SECONDS = 1.5;
    /** So many dead bands away it follows at once. */
    private static final double FAR = 1.25;
    /** How long it follows before it looks whether the value has settled: by then 99.9 % of a step are done. */
    private static final double FOLLOW_SECONDS = 2.8;
    /** How long it takes the mean of what it has settled to. */
    private static final double MEAN_SECONDS = 3;

    private final double deadBand;
    private double smoothed = Double.NaN;
    private double staying;
    private double held;
    private double anchor;
    private double followedSeconds;
    private boolean following;
    private double meanSeconds = MEAN_SECONDS;

    Settler(double deadBand) {
        this.deadBand = deadBand;
    }

    /** The calmed value after another reading, {@code seconds} after the one before. */
    double next(double value, double seconds) {
        if (Double.isNaN(smoothed)) {
            smoothed = value;
            staying = value;
            held = value;
        }
        smoothed += (1 - StrictMath.exp(-seconds / SMOOTHING_SECONDS)) * (value - smoothed);
        staying += (1 - StrictMath.exp(-seconds / STAYING_SECONDS)) * (smoothed - staying);
        if (!following && isOutside()) {
            following = true;
            begin();
        }
        if (following) {
            follow(seconds);
        } else if (isTakingMean()) {
            meanSeconds += seconds;
            held += (smoothed - held) * Math.min(1, seconds / meanSeconds);
        }
        return held;
    }

    private boolean isOutside() {
        boolean far = Math.abs(smoothed - held) > FAR * deadBand;
        boolean moved =
                isTakingMean() && Math.abs(smoothed - anchor) > FAR * deadBand; // or the mean would swallow a step
        return far || moved || Math.abs(staying - held) > deadBand;
    }

    private boolean isTakingMean() {
        return meanSeconds < MEAN_SECONDS;
    }

    private void begin() {
        followedSeconds = 0;
        anchor = smoothed;
    }

    private void follow(double seconds) {
        held = smoothed;
        followedSeconds += seconds;
        if (followedSeconds < FOLLOW_SECONDS) {
            return;
        }
        following = Math.abs(smoothed - anchor) > deadBand;
        staying = smoothed;
        meanSeconds = 0;
        begin();
    }
}
