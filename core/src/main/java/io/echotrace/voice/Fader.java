package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Ramp;

/** A gain that takes a twentieth of a second from nothing to all, so that nothing clicks. One audio thread's own. */
final class Fader {
    private static final double SECONDS = 0.05;

    private final double step;
    private double from = Double.NaN;
    private double to = Double.NaN;

    Fader(int sampleRateHz) {
        step = Block.FRAMES / (SECONDS * sampleRateHz);
    }

    /** Moves on by a block; the first target is taken over at once. */
    void advance(double target) {
        from = Double.isNaN(to) ? target : to;
        to = from + StrictMath.max(-step, StrictMath.min(step, target - from));
    }

    /** Whether it changes nothing in this block. */
    boolean isOpen() {
        return from == 1 && to == 1;
    }

    /** Multiplies the block by the gain. */
    void apply(Block block) {
        if (!isOpen()) {
            Ramp.scale((float) from, (float) to, block.left());
            Ramp.scale((float) from, (float) to, block.right());
        }
    }

    /** Adds a block with the gain. */
    void mix(Block block, Block into) {
        Ramp.mix(block.left(), (float) from, (float) to, into.left());
        Ramp.mix(block.right(), (float) from, (float) to, into.right());
    }
}
