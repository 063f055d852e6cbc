package io.echotrace.synth;

/**
 * A Butterworth filter of fourth order, 24 dB an octave: a pair of poles after the other, and its four zeros, which are all
 * at one place. One audio thread's own.
 *
 * <p>The bilinear transform of 1 / (s² + s/q + 1), twice, or of s² over the same, s in units of the corner frequency.
 */
final class Butterworth {
    /** The resonances of both pairs: 1 / (2 cos π/8) and 1 / (2 cos 3π/8). */
    private static final double[] Q = {0.541_196_100_146_197, 1.306_562_964_876_377};

    private final double a1;
    private final double a2;
    private final double b1;
    private final double b2;
    private final double gain;
    /** Four times where the zeros are: at 1 for a high-pass, at -1 for a low-pass. */
    private final double zeros;

    private double x1;
    private double x2;
    private double y1;
    private double y2;
    private double y3;
    private double y4;

    private Butterworth(double hz, int sampleRateHz, boolean high) {
        double k = StrictMath.tan(StrictMath.PI * hz / sampleRateHz);
        double first = 1 + k / Q[0] + k * k;
        double second = 1 + k / Q[1] + k * k;
        a1 = 2 * (k * k - 1) / first;
        a2 = (1 - k / Q[0] + k * k) / first;
        b1 = 2 * (k * k - 1) / second;
        b2 = (1 - k / Q[1] + k * k) / second;
        gain = (high ? 1 : k * k * k * k) / (first * second);
        zeros = high ? 4 : -4;
    }

    static Butterworth lowPass(double hz, int sampleRateHz) {
        return new Butterworth(hz, sampleRateHz, false);
    }

    static Butterworth highPass(double hz, int sampleRateHz) {
        return new Butterworth(hz, sampleRateHz, true);
    }

    /** Filters the next samples. */
    void filter(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            // each sample waits for the one before only at the last multiplication of both pairs
            double x = (samples[i] - a2 * x2) - a1 * x1;
            double y = (x - b2 * y2) - b1 * y1;
            samples[i] = (float) (gain * ((y + y4) + 6 * y2 - zeros * (y1 + y3)));
            x2 = x1;
            x1 = x;
            y4 = y3;
            y3 = y2;
            y2 = y1;
            y1 = y;
        }
    }

    void restart() {
        x1 = 0;
        x2 = 0;
        y1 = 0;
        y2 = 0;
        y3 = 0;
        y4 = 0;
    }
}
