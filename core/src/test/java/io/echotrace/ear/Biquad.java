package io.echotrace.ear;

/** A second-order section: filters whole signals, from rest. Butterworth and K-weighting sections for any sample rate. */
final class Biquad {
    private static final double[] BUTTERWORTH_6_Q = {0.51763809, 0.70710678, 1.93185165};

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;

    private Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    static Biquad lowPass(double hz, double q, double sampleRate) {
        return section(hz, q, sampleRate, 0, 0, 1);
    }

    static Biquad highPass(double hz, double q, double sampleRate) {
        return section(hz, q, sampleRate, 1, 0, 0);
    }

    /**
     * The bilinear transform of the analog section (high·s² + band·s + low) / (s² + s/q + 1), s in units of the corner
     * frequency.
     */
    static Biquad section(double hz, double q, double sampleRate, double high, double band, double low) {
        double k = Math.tan(Math.PI * hz / sampleRate);
        double norm = 1 + k / q + k * k;
        return new Biquad(
                (high + band * k + low * k * k) / norm,
                2 * (low * k * k - high) / norm,
                (high - band * k + low * k * k) / norm,
                2 * (k * k - 1) / norm,
                (1 - k / q + k * k) / norm);
    }

    double[] filter(double[] in) {
        double[] out = new double[in.length];
        double z1 = 0;
        double z2 = 0;
        for (int i = 0; i < in.length; i++) { // transposed direct form II
            double x = in[i];
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            out[i] = y;
        }
        return out;
    }

    /** A causal Butterworth band-pass, 36 dB an octave on either side; a bound of 0 or near the top leaves that side open. */
    static double[] bandPass(double[] in, double sampleRate, double lowHz, double highHz) {
        double[] out = in;
        for (double q : BUTTERWORTH_6_Q) {
            if (lowHz > 0) {
                out = highPass(lowHz, q, sampleRate).filter(out);
            }
            if (highHz < 0.45 * sampleRate) {
                out = lowPass(highHz, q, sampleRate).filter(out);
            }
        }
        return out;
    }
}
