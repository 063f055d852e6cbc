package io.echotrace.synth;

import java.util.Arrays;

/**
 * The frames that are rendered in one call: always {@link #FRAMES}, so that what is heard never depends on how much an
 * output asks for at a time. Samples are nominally -1…+1.
 */
public final class Block {
    public static final int FRAMES = 128;

    private final float[] left = new float[FRAMES];
    private final float[] right = new float[FRAMES];

    public float[] left() {
        return left;
    }

    public float[] right() {
        return right;
    }

    public void silence() {
        Arrays.fill(left, 0);
        Arrays.fill(right, 0);
    }
}
