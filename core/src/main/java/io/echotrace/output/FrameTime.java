package io.echotrace.output;

/** Converts between instants and frames: frame k is the instant k / sample rate. */
final class FrameTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private FrameTime() {}

    /** The frame nearest to an instant; exact for any length of run, and for instants before its start. */
    static long frameAt(long nanos, int sampleRateHz) {
        // Nanoseconds times sample rate would overflow after two days, so whole seconds go their own way.
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        long rest = Math.floorMod(nanos, NANOS_PER_SECOND);
        return seconds * sampleRateHz + (rest * sampleRateHz + NANOS_PER_SECOND / 2) / NANOS_PER_SECOND;
    }

    /** The instant of a frame, cut to whole nanoseconds; exact for any length of run. */
    static long nanosAt(long frame, int sampleRateHz) {
        return frame / sampleRateHz * NANOS_PER_SECOND + frame % sampleRateHz * NANOS_PER_SECOND / sampleRateHz;
    }
}
