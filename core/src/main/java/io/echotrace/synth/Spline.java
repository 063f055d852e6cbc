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

    private final int samples;
    /** How many bits of a frame's number are the place within its step. */
    private final int stepBits;

    private final float[] way = new float[Block.FRAMES];
    private final float[] constant;
    private final float[] linear;
    private final float[] square;
    private final float[] cube;
    private float s1;
    private float s2;
    private float s3;

    /** @param step frames from sample to sample: what {@link #step} says */
    Spline(int step) {
        samples = Block.FRAMES / step;
        stepBits = Integer.numberOfTrailingZeros(step);
        for (int i = 0; i < Block.FRAMES; i++) {
            way[i] = i % step / (float) step;
        }
        constant = new float[samples];
        linear = new float[samples];
        square = new float[samples];
        cube = new float[samples];
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
     * Writes a block, two steps behind its samples.
     *
     * @param made the next samples: as many as there are steps in a block
     */
    void render(float[] made, float[] out) {
        for (int k = 0; k < samples; k++) {
            next(k, made[k]);
        }
        for (int i = 0; i < Block.FRAMES; i++) {
            int k = i >> stepBits;
            float t = way[i];
            out[i] = constant[k] + t * (linear[k] + t * (square[k] + t * cube[k]));
        }
    }

    private void next(int k, float sample) {
        float s0 = s1;
        s1 = s2;
        s2 = s3;
        s3 = sample;
        constant[k] = (s0 + 4 * s1 + s2) / 6;
        linear[k] = (s2 - s0) / 2;
        square[k] = (s0 - 2 * s1 + s2) / 2;
        cube[k] = (s3 - 3 * s2 + 3 * s1 - s0) / 6;
    }
}
