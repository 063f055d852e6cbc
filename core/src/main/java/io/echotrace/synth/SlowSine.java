package io.echotrace.synth;

/**
 * A sine of a few hertz, known at the ends of blocks; between them it is a line. That adds sidebands around as many hertz
 * as there are blocks a second, weaker than its own by the square of the ratio of their distances: at 6.5 Hz by 70 dB at a
 * sample rate of 48 kHz, and by 50 dB at 16 kHz. One audio thread's own.
 */
public final class SlowSine {
    private final double blocksHz;
    private final double start;
    private double cycles;

    /** @param start the phase at which it begins, in cycles; ¼ begins at 1 */
    public SlowSine(int sampleRateHz, double start) {
        this.blocksHz = (double) sampleRateHz / Block.FRAMES;
        this.start = start;
        cycles = start;
    }

    /** Starts anew. */
    public void restart() {
        cycles = start;
    }

    /** Where it is now: -1…+1. */
    public float value() {
        return Sine.of((float) cycles);
    }

    /** Moves on by a block. */
    public void advance(double hz) {
        cycles += hz / blocksHz;
        cycles -= StrictMath.floor(cycles);
    }
}
