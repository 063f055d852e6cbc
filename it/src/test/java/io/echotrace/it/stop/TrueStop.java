package io.echotrace.it.stop;

/**
 * A stop of the JVM as the JVM's own log has it, in seconds of the run.
 *
 * @param sync the time to safepoint, its first part
 */
record TrueStop(double start, double end, double sync) {
    private static final double BENT = 0.05;

    double length() {
        return end - start;
    }

    /** Where its silence begins: after the bend, if there is one. */
    double silence() {
        return sync > BENT ? start + sync : start;
    }

    boolean isBent() {
        return sync > BENT;
    }

    boolean touches(double from, double to) {
        return from < end && to > start;
    }
}
