package io.echotrace.synth;

import java.util.Arrays;

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

    /** Samples that one pass over the block adds. */
    private static final int PER_PASS = 4;
    /** How many samples of the last block are heard in this one. */
    private static final int KEPT = 3;

    /** Samples in a block. */
    private final int size;
    /** The samples around this block, and what each contributes to every frame, mostly nothing. */
    private final float[] samples;

    private final float[][] weights;

    /** @param step frames from sample to sample: what {@link #step} says */
    Spline(int step) {
        size = Block.FRAMES / step;
        int passes = (KEPT + size + PER_PASS - 1) / PER_PASS;
        samples = new float[passes * PER_PASS];
        weights = new float[samples.length][Block.FRAMES];
        for (int i = 0; i < Block.FRAMES; i++) {
            int k = i / step;
            double t = i % step / (double) step;
            weights[k][i] = (float) outer(1 - t);
            weights[k + 1][i] = (float) inner(t);
            weights[k + 2][i] = (float) inner(1 - t);
            weights[k + 3][i] = (float) outer(t);
        }
    }

    private static double outer(double t) {
        return t * t * t / 6;
    }

    private static double inner(double t) {
        return 2 / 3.0 - t * t * (1 - t / 2);
    }

    /** How many frames may lie between two samples of a signal: a power of two that a block holds a whole number of. */
    static int step(int sampleRateHz, double highestHz) {
        int step = Block.FRAMES;
        while (step > 1 && FINENESS * highestHz > (double) sampleRateHz / step) {
            step /= 2;
        }
        return step;
    }

    /**
     * Writes a block, two steps behind its samples. All samples are weighted in all frames, though four of them would do:
     * without an index that depends on the frame the loops are vectorized.
     *
     * @param made the next samples: as many as there are steps in a block
     */
    void render(float[] made, float[] out) {
        System.arraycopy(samples, size, samples, 0, KEPT);
        System.arraycopy(made, 0, samples, KEPT, size);
        Arrays.fill(out, 0);
        for (int k = 0; k < samples.length; k += PER_PASS) {
            add(k, weights[k], weights[k + 1], weights[k + 2], weights[k + 3], out);
        }
    }

    private void add(int k, float[] w1, float[] w2, float[] w3, float[] w4, float[] out) {
        float s1 = samples[k];
        float s2 = samples[k + 1];
        float s3 = samples[k + 2];
        float s4 = samples[k + 3];
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] += (s1 * w1[i] + s2 * w2[i]) + (s3 * w3[i] + s4 * w4[i]);
        }
    }
}
