package io.echotrace.synth;

/**
 * A copy of a tone with every partial moved up by the same number of hertz. Against the tone itself it beats at exactly
 * that rate in every partial, which a detuned copy, whose partials move in proportion, does not. One audio thread's own.
 */
public final class FrequencyShift {
    private final Phase phase;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] turn = new float[Block.FRAMES];
    private final float[] copy = new float[Block.FRAMES];
    private float level;

    public FrequencyShift(int sampleRateHz) {
        phase = new Phase(sampleRateHz);
    }

    /** Whether neither the last block left a level behind nor the next has one. */
    public boolean silent(double nextLevel) {
        return level == 0 && nextLevel == 0;
    }

    /**
     * Adds the shifted copy: by the addition theorem, the tone and its quarter-cycle turn, weighted by a slow oscillation.
     *
     * @param tone rendered for this block
     * @param nextLevel amplitude of the copy at the block's end
     */
    public void mix(HarmonicSeries tone, double hz, double nextLevel, float[] into) {
        float next = (float) nextLevel;
        phase.render(hz, cycles);
        Sine.render(cycles, 0.25f, turn);
        tone.sines(copy);
        multiplyAdd(next, into);
        Sine.render(cycles, 0, turn);
        tone.cosines(copy);
        multiplyAdd(next, into);
        level = next;
    }

    private void multiplyAdd(float next, float[] into) {
        Ramp.scale(level, next, turn);
        for (int i = 0; i < Block.FRAMES; i++) {
            into[i] += turn[i] * copy[i];
        }
    }
}
