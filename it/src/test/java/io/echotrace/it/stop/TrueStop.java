package io.echotrace.it.stop;

import org.jspecify.annotations.Nullable;

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

    /** The two as one; null when they are further apart than that. */
    @Nullable TrueStop with(TrueStop next, double apart) {
        return next.start - end < apart ? new TrueStop(start, next.end, sync + next.sync) : null;
    }

    boolean touches(double from, double to) {
        return from < end && to > start;
    }
}
