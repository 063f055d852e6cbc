package io.echotrace.output;

import io.echotrace.synth.Block;

/** Opens and closes the sound by straight ramps of 20 ms, so that a gap does not click. Audio thread: does not allocate. */
final class Fade {
    private static final float SECONDS = 0.02f;

    private final float step;
    private float gain;
    private boolean open;

    /** Closed, until it is opened. */
    Fade(int sampleRateHz) {
        step = 1 / (SECONDS * sampleRateHz);
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    /** Closed at once, without a ramp: for when nothing sounds anyway. */
    void reset() {
        gain = 0;
        open = false;
    }

    boolean isSilent() {
        return !open && gain == 0;
    }

    void apply(Block block) {
        if (open && gain == 1) {
            return;
        }
        float[] left = block.left();
        float[] right = block.right();
        for (int i = 0; i < Block.FRAMES; i++) {
            gain = open ? Math.min(1, gain + step) : Math.max(0, gain - step);
            left[i] *= gain;
            right[i] *= gain;
        }
    }
}
