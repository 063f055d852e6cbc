package io.echotrace.mapping;

/**
 * Calms a noisy value without bending it: it smooths, holds still while the smoothed value stays within a dead band, and
 * once the band is left follows exactly until the value has settled. So small wavering is not heard, and a plateau is
 * reached to a fraction of a percent.
 */
final class Settler {
    /** Time constant of the smoothing. */
    private static final double SMOOTHING_SECONDS = 0.4;
    /** How long it follows before it looks whether the value has settled: by then 99.9 % of a step are done. */
    private static final double FOLLOW_SECONDS = 2.8;

    private final double deadBand;
    private double smoothed = Double.NaN;
    private double held;
    private double anchor;
    private double followedSeconds;
    private boolean following;

    Settler(double deadBand) {
        this.deadBand = deadBand;
    }

    /** The calmed value after another reading, {@code seconds} after the one before. */
    double next(double value, double seconds) {
        if (Double.isNaN(smoothed)) {
            smoothed = value;
            held = value;
        }
        smoothed += (1 - StrictMath.exp(-seconds / SMOOTHING_SECONDS)) * (value - smoothed);
        if (!following && Math.abs(smoothed - held) > deadBand) {
            startFollowing();
        }
        if (following) {
            follow(seconds);
        }
        return held;
    }

    private void startFollowing() {
        following = true;
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
        followedSeconds = 0;
        anchor = smoothed;
    }
}
