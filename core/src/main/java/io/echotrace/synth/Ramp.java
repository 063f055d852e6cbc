package io.echotrace.synth;

/**
 * Straight lines over one block: no gain reaches the signal without one, because a jump is a click. The end value is
 * reached in the block's last frame, so that the next ramp continues from it. No state, no allocation.
 */
public final class Ramp {
    /** The share of the way done in each frame: 1/128 in the first, 1 in the last. */
    static final float[] DONE = new float[Block.FRAMES];

    static {
        for (int i = 0; i < Block.FRAMES; i++) {
            DONE[i] = (i + 1) / (float) Block.FRAMES;
        }
    }

    private Ramp() {}

    /** Writes the line itself. */
    public static void render(float from, float to, float[] out) {
        float way = to - from;
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = from + way * DONE[i];
        }
    }

    /** Multiplies by a gain that moves. */
    public static void scale(float from, float to, float[] samples) {
        float way = to - from;
        for (int i = 0; i < Block.FRAMES; i++) {
            samples[i] *= from + way * DONE[i];
        }
    }

    /** Adds samples with a gain that moves. */
    public static void mix(float[] samples, float from, float to, float[] into) {
        float way = to - from;
        for (int i = 0; i < Block.FRAMES; i++) {
            into[i] += (from + way * DONE[i]) * samples[i];
        }
    }
}
