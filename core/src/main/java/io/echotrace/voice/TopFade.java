package io.echotrace.voice;

/** The upper end of the tonal voices: energy above 4 kHz comes from faults only. */
final class TopFade {
    private static final double FULL_HZ = 3_500;
    private static final double GONE_HZ = 4_000;

    private TopFade() {}

    /** The gain of a partial: 1 up to 3.5 kHz, 0 from 4 kHz on, smooth between. */
    static double gain(double hz) {
        double left = Score.way(hz, GONE_HZ, FULL_HZ);
        return left * left * (3 - 2 * left);
    }
}
