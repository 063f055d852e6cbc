package io.echotrace.synth;

/**
 * Noise in a band a tenth as wide as its center, which may move; RMS 1. Two slow noises, each through four low-passes in a
 * row, move a sine and its cosine: unlike a resonance it leaves next to nothing outside its band. One audio thread's own.
 */
public final class NarrowNoise {
    /** Corner of each low-pass, in shares of the center: four in a row pass √(⁴√2 - 1) of it, on both sides. */
    private static final double CORNER = 0.05 / StrictMath.sqrt(StrictMath.sqrt(StrictMath.sqrt(2)) - 1);
    /** ∫ (1 + x²)⁻⁴ from 0 on: how much of white noise four low-passes leave, in corners. */
    private static final double BANDWIDTH = 5 * StrictMath.PI / 32;
    /** Variance of numbers that are uniform in -1…+1. */
    private static final double SOURCE_VARIANCE = 1 / 3.0;

    private final double sampleRateHz;
    private final RandomNumbers source;
    private final Phase phase;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] carrier = new float[Block.FRAMES];
    private final float[] noise = new float[Block.FRAMES];
    private final float[] sine = new float[4];
    private final float[] cosine = new float[4];

    /** @param seed not 0 */
    public NarrowNoise(int sampleRateHz, int seed) {
        this.sampleRateHz = sampleRateHz;
        source = new RandomNumbers(seed);
        phase = new Phase(sampleRateHz);
    }

    /** The next frequency is taken over at once. */
    public void restart() {
        phase.restart();
    }

    /**
     * Writes the next block.
     *
     * @param hz center of the band at the block's end
     */
    public void render(double hz, float[] out) {
        double corner = CORNER * hz / sampleRateHz;
        float share = (float) (1 - StrictMath.exp(-2 * StrictMath.PI * corner));
        float scale = (float) (1 / StrictMath.sqrt(SOURCE_VARIANCE * 2 * corner * BANDWIDTH));
        phase.render(hz, cycles);
        Sine.render(cycles, 0, carrier);
        slow(share, scale, sine);
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = noise[i] * carrier[i];
        }
        Sine.render(cycles, 0.25f, carrier);
        slow(share, scale, cosine);
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] += noise[i] * carrier[i];
        }
    }

    /** Makes slow noise. */
    private void slow(float share, float scale, float[] state) {
        float a = state[0];
        float b = state[1];
        float c = state[2];
        float d = state[3];
        for (int i = 0; i < Block.FRAMES; i++) {
            a += share * (scale * source.next() - a);
            b += share * (a - b);
            c += share * (b - c);
            d += share * (c - d);
            noise[i] = d;
        }
        state[0] = a;
        state[1] = b;
        state[2] = c;
        state[3] = d;
    }
}
