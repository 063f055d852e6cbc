package io.echotrace.voice;

/** Which frame an instant falls into: frame k begins at k / sample rate. Immutable. */
final class FrameClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int sampleRateHz;

    FrameClock(int sampleRateHz) {
        if (sampleRateHz < 16_000 || sampleRateHz > 48_000) {
            throw new IllegalArgumentException("sample rate must be 16000 to 48000 Hz, not " + sampleRateHz);
        }
        this.sampleRateHz = sampleRateHz;
    }

    int sampleRateHz() {
        return sampleRateHz;
    }

    long frames(double seconds) {
        return StrictMath.round(seconds * sampleRateHz);
    }

    /** The frame that plays at an instant, in nanoseconds since the run started; exact for any instant. */
    long frameAt(long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        long rest = Math.floorMod(nanos, NANOS_PER_SECOND);
        return seconds * sampleRateHz + rest * sampleRateHz / NANOS_PER_SECOND;
    }
}
