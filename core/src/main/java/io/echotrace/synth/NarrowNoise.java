package io.echotrace.synth;

/**
 * Noise in a band a tenth as wide as its center, which may move; RMS 1. Two slow noises, each through four low-passes in a
 * row, move a sine and its cosine: unlike a resonance it leaves next to nothing outside its band. One audio thread's own.
 */
public final class NarrowNoise {
    /** Corner of each low-pass, in shares of the center: four in a row pass √(⁴√2 - 1) of it, on both sides. */
    private static final double CORNER = 0.05 / StrictMath.sqrt(StrictMath.sqrt(StrictMath.sqrt(2)) - 1);

    private final Phase phase;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] carrier = new float[Block.FRAMES];
    private final float[] noise = new float[Block.FRAMES];
    private final SlowNoise sine;
    private final SlowNoise cosine;

    /**
     * Noise that begins in silence.
     *
     * @param highestHz that the center will ever have
     * @param seed of the noise
     */
    public NarrowNoise(int sampleRateHz, double highestHz, int seed) {
        sine = new SlowNoise(sampleRateHz, CORNER * highestHz, seed);
        cosine = new SlowNoise(sampleRateHz, CORNER * highestHz, ~seed);
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
        phase.render(hz, cycles);
        Sine.render(cycles, 0, carrier);
        sine.render(CORNER * hz, noise);
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = noise[i] * carrier[i];
        }
        Sine.render(cycles, 0.25f, carrier);
        cosine.render(CORNER * hz, noise);
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] += noise[i] * carrier[i];
        }
    }
}
