package io.echotrace.anomaly;

/** The range of everything seen, which contracts slowly: what was once normal can become new again. */
final class Range {
    /** Of the width, a value: half of it in three hours of seconds. */
    private static final double CONTRACTION = 3e-5;

    private boolean empty = true;
    private double lowest;
    private double highest;

    double width() {
        return highest - lowest;
    }

    /** The greatest amount in it. */
    double magnitude() {
        return Math.max(Math.abs(lowest), Math.abs(highest));
    }

    /** How far outside a value is; 0 inside. */
    double outside(double value) {
        return empty ? 0 : Math.max(0, Math.max(value - highest, lowest - value));
    }

    void learn(double value) {
        if (empty) {
            empty = false;
            lowest = value;
            highest = value;
            return;
        }
        double contraction = CONTRACTION * width();
        lowest = Math.min(lowest + contraction, value);
        highest = Math.max(highest - contraction, value);
    }
}
