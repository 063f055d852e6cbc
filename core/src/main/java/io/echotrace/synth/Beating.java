package io.echotrace.synth;

/**
 * Two copies of a tone, every partial of one moved up and of the other moved down by the same few hertz: the tone beats at
 * that rate, alike in every partial, and its pitch does not waver as it would with one copy. One audio thread's own.
 */
public final class Beating {
    private final SlowSine swing;
    private float depth;

    public Beating(int sampleRateHz) {
        swing = new SlowSine(sampleRateHz, 0.25);
    }

    /** Whether neither the last block left a depth behind nor the next has one. */
    public boolean silent(double nextDepth) {
        return depth == 0 && nextDepth == 0;
    }

    /**
     * Adds both copies.
     *
     * @param tone the samples of this block
     * @param hz a few
     * @param nextDepth at the block's end, 0…1: the amplitude of both copies together
     */
    public void mix(float[] tone, double hz, double nextDepth, float[] into) {
        float before = depth * swing.value();
        swing.advance(hz);
        depth = (float) nextDepth;
        Ramp.mix(tone, before, depth * swing.value(), into);
    }
}
