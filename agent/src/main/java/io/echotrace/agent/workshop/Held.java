package io.echotrace.agent.workshop;

/** Whether a value has been above a level for some time. Not thread-safe. */
final class Held {
    private final double level;
    private final long forNanos;
    private long sinceNanos;
    private boolean isAbove;

    Held(double level, double forSeconds) {
        this.level = level;
        this.forNanos = (long) (forSeconds * 1e9);
    }

    /** Takes the value of now; true when it and all others were above the level for as long. */
    boolean by(double value) {
        long nowNanos = System.nanoTime();
        boolean wasAbove = isAbove;
        isAbove = value > level;
        if (isAbove && !wasAbove) {
            sinceNanos = nowNanos;
        }
        return isAbove && nowNanos - sinceNanos >= forNanos;
    }
}
