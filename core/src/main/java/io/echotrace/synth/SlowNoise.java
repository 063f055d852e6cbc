package io.echotrace.synth;

/**
 * Noise from nothing up to a frequency that may move, of RMS 1, through four one-pole low-passes in a row: made of few
 * samples, and a {@link Spline} between them. One audio thread's own.
 */
final class SlowNoise {
    /** ∫ (1 + x²)⁻⁴ from 0 on: how much of white noise four low-passes leave, in corners. */
    private static final double BANDWIDTH = 5 * StrictMath.PI / 32;
    /** Variance of numbers that are uniform in -1…+1. */
    private static final double SOURCE_VARIANCE = 1 / 3.0;

    private final RandomNumbers source;
    private final double madeHz;
    private final float[] made;
    private final Spline spline;
    private float a;
    private float b;
    private float c;
    private float d;

    /** @param highestHz that the corner of each low-pass will ever have */
    SlowNoise(int sampleRateHz, double highestHz, RandomNumbers source) {
        this.source = source;
        int step = Spline.step(sampleRateHz, highestHz);
        madeHz = (double) sampleRateHz / step;
        made = new float[Block.FRAMES / step];
        spline = new Spline(step);
    }

    /** Writes the next block, with the corner of each low-pass at a frequency. */
    void render(double cornerHz, float[] out) {
        double corner = cornerHz / madeHz;
        float share = (float) (1 - StrictMath.exp(-2 * StrictMath.PI * corner));
        float scale = (float) (1 / StrictMath.sqrt(SOURCE_VARIANCE * 2 * corner * BANDWIDTH));
        for (int k = 0; k < made.length; k++) {
            a += share * (scale * source.next() - a);
            b += share * (a - b);
            c += share * (b - c);
            d += share * (c - d);
            made[k] = d;
        }
        spline.render(made, out);
    }
}
