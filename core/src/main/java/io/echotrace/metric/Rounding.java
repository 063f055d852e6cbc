package io.echotrace.metric;

/** Rounds instants to what the CSV holds. */
final class Rounding {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Rounding() {}

    static long toMillis(long nanos) {
        return nearest(nanos, NANOS_PER_MILLI);
    }

    static long toMicros(long nanos) {
        return nearest(nanos, NANOS_PER_MICRO);
    }

    private static long nearest(long nanos, long step) {
        return Math.floorDiv(nanos + step / 2, step) * step;
    }
}
