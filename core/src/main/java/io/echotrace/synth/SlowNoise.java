package io.echotrace.synth;

/**
 * Noise from nothing up to a frequency that may move, of RMS 1, through four one-pole low-passes in a row: made of few
 * samples, and a {@link Spline} between them. One audio thread's own.
 */
final class SlowNoise {
    /** ∫ (1 + x²)⁻⁴ from 0 on: how much of white noise four low-passes leave, in corners. */
    private static final double BANDWIDTH = 5 * StrictMath.PI / 32;

    private final WhiteNoise source;
    private final double madeHz;
    private final float[] made;
    private final Spline spline;
    private float a;
    private float b;
    private float c;
    private float d;

    /**
     * @param highestHz that the corner of each low-pass will ever have
     * @param seed of the noise
     */
    SlowNoise(int sampleRateHz, double highestHz, int seed) {
        int step = Spline.step(sampleRateHz, highestHz);
        madeHz = (double) sampleRateHz / step;
        made = new float[Block.FRAMES / step];
        source = new WhiteNoise(seed, made.length);
        spline = new Spline(step);
    }

    /** Writes the next block, with the corner of each low-pass at a frequency. */
    void render(double cornerHz, float[] out) {
        double corner = cornerHz / madeHz;
        source.render((float) (1 / StrictMath.sqrt(2 * corner * BANDWIDTH)), made);
        filter((float) (1 - StrictMath.exp(-2 * StrictMath.PI * corner)));
        spline.render(made, out);
    }

    private void filter(float share) {
        float keep = 1 - share;
        float p = a;
        float q = b;
        float r = c;
        float s = d;
        for (int k = 0; k < made.length; k++) {
            p = keep * p + share * made[k];
            q = keep * q + share * p;
            r = keep * r + share * q;
            s = keep * s + share * r;
            made[k] = s;
        }
        a = p;
        b = q;
        c = r;
        d = s;
    }
}
