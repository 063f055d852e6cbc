package io.echotrace.mapping;

/** Lets the vessel fill once, whenever it is due, for as long as the fault that it stands for persists. The probe thread's own. */
final class VesselCall {
    private static final long PERIOD_NANOS = 4_000_000_000L;
    /** Longer than a rise, and over before the voice would begin the next one by itself. */
    private static final long RISE_NANOS = 2_000_000_000L;

    private final Repetition repetition = Repetition.every(PERIOD_NANOS);
    private long untilNanos = Long.MIN_VALUE;

    /** How loud the vessel is now: that of the fault during a rise, else 0. Once a row. */
    double amplitude(FaultCourse course, double least, long nowNanos) {
        if (repetition.isDue(course, nowNanos)) {
            untilNanos = nowNanos + RISE_NANOS;
        }
        return nowNanos < untilNanos && course.holds() ? course.amplitude(least) : 0;
    }
}
