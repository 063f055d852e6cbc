package io.echotrace.synth;

/**
 * Makes a signal of low frequencies from few of its samples: a cubic B-spline through a grid some frames apart. Four
 * averages over one step of the grid in a row would do the same, so what it adds around the grid's rate is the fourth power
 * of {@code sinc}: 90 dB down for what is below a fifteenth of that rate. One audio thread's own.
 *
 * <p>M. Unser, Splines: a perfect fit for signal and image processing, IEEE Signal Processing Magazine 16 (1999).
 */
final class Spline {
    /** Steps of the grid in a period of the highest frequency. */
    private static final double FINENESS = 15;

    private final int step;
    private final float[] way;
    private float s0;
    private float s1;
    private float s2;
    private float s3;

    /** @param step frames from sample to sample: what {@link #step} says */
    Spline(int step) {
        this.step = step;
        way = new float[step];
        for (int i = 0; i < step; i++) {
            way[i] = i / (float) step;
        }
    }

    /** How many frames may lie between two samples of a signal: a power of two that a block holds a whole number of. */
    static int step(int sampleRateHz, double highestHz) {
        int step = Block.FRAMES;
        while (step > 1 && FINENESS * highestHz > (double) sampleRateHz / step) {
            step /= 2;
        }
        return step;
    }

    /** Takes the next sample, and writes the frames of one step; they lie two steps behind. */
    void next(float sample, float[] out, int frame) {
        s0 = s1;
        s1 = s2;
        s2 = s3;
        s3 = sample;
        float constant = (s0 + 4 * s1 + s2) / 6;
        float linear = (s2 - s0) / 2;
        float square = (s0 - 2 * s1 + s2) / 2;
        float cube = (s3 - 3 * s2 + 3 * s1 - s0) / 6;
        for (int i = 0; i < step; i++) {
            float t = way[i];
            out[frame + i] = constant + t * (linear + t * (square + t * cube));
        }
    }
}
