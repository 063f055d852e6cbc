package io.echotrace.judge;

import java.util.Random;

/** A measurement that wanders about its usual value and never leaves its limits. */
final class Wander {
    private final double usual;
    private final double deviation;
    private final double seconds;
    private final double lowest;
    private final double highest;
    private double value;

    /**
     * Begins at its usual value.
     *
     * @param deviation standard deviation in the long run
     * @param seconds how long it remembers where it was
     */
    Wander(double usual, double deviation, double seconds, double lowest, double highest) {
        this.usual = usual;
        this.deviation = deviation;
        this.seconds = seconds;
        this.lowest = lowest;
        this.highest = highest;
        this.value = usual;
    }

    /** Where it is some time later. */
    double next(double elapsed, Random random) {
        double kept = Math.exp(-elapsed / seconds);
        double step = deviation * Math.sqrt(1 - kept * kept) * random.nextGaussian();
        value = Math.max(lowest, Math.min(highest, usual + kept * (value - usual) + step));
        return value;
    }
}
