package io.echotrace.synth;

/**
 * A second-order section of a Butterworth filter of fourth order, which two of them make: 24 dB an octave. One audio
 * thread's own.
 *
 * <p>The bilinear transform of 1 / (s² + s/q + 1), or of s² over the same, s in units of the corner frequency.
 */
final class ButterworthSection {
    /** The resonances of both sections: 1 / (2 cos π/8) and 1 / (2 cos 3π/8). */
    static final double[] Q = {0.541_196_100_146_197, 1.306_562_964_876_377};

    private final double b0;
    private final double b1;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    private ButterworthSection(double hz, double q, int sampleRateHz, boolean high) {
        double k = StrictMath.tan(StrictMath.PI * hz / sampleRateHz);
        double norm = 1 + k / q + k * k;
        b0 = (high ? 1 : k * k) / norm;
        b1 = high ? -2 * b0 : 2 * b0;
        a1 = 2 * (k * k - 1) / norm;
        a2 = (1 - k / q + k * k) / norm;
    }

    static ButterworthSection lowPass(double hz, double q, int sampleRateHz) {
        return new ButterworthSection(hz, q, sampleRateHz, false);
    }

    static ButterworthSection highPass(double hz, double q, int sampleRateHz) {
        return new ButterworthSection(hz, q, sampleRateHz, true);
    }

    double next(double x) {
        double y = b0 * x + z1; // transposed direct form II
        z1 = b1 * x - a1 * y + z2;
        z2 = b0 * x - a2 * y;
        return y;
    }

    void restart() {
        z1 = 0;
        z2 = 0;
    }
}
