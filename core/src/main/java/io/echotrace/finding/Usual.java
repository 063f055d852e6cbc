package io.echotrace.finding;

/**
 * What is usual for a noisy value: a running average that forgets what is older than a quarter of what it has seen, two
 * minutes at most. So it is quick at first, while the JIT compiler still changes everything, and slow later. What is far
 * beyond it, an outlier or a fault, it follows so slowly that ten minutes pass until a new usual is accepted. Constant
 * memory.
 */
final class Usual {
    private static final double SHARE_REMEMBERED = 0.25;
    private static final double LEAST_SECONDS = 2;
    private static final double MOST_SECONDS = 120;
    /** After two of these the logarithm of a twentyfold rise is down to that of one and a half. */
    private static final double ACCEPTING_SECONDS = 300;

    private final double knownAfterSeconds;
    private double value = Double.NaN;
    private double seenSeconds;

    /** @param knownAfterSeconds how much must have been seen to judge by it */
    Usual(double knownAfterSeconds) {
        this.knownAfterSeconds = knownAfterSeconds;
    }

    /** Whether enough was seen. */
    boolean isKnown() {
        return seenSeconds >= knownAfterSeconds;
    }

    /** NaN before the first value. */
    double value() {
        return value;
    }

    /**
     * Takes the next value.
     *
     * @param seconds how long it held
     * @param isFarBeyond whether it may be no part of what is usual
     */
    void learn(double next, double seconds, boolean isFarBeyond) {
        if (Double.isNaN(value)) {
            value = next;
        }
        if (!isFarBeyond) {
            seenSeconds += seconds;
        }
        double memory = isFarBeyond ? ACCEPTING_SECONDS : remembered();
        value += (next - value) * Math.min(1, seconds / memory);
    }

    private double remembered() {
        return Math.max(LEAST_SECONDS, Math.min(SHARE_REMEMBERED * seenSeconds, MOST_SECONDS));
    }
}
