package io.echotrace.synth;

/** Numbers in -1…+1 that only seem random: the same seed gives the same sound. Xorshift (G. Marsaglia, 2003). */
public final class RandomNumbers {
    private static final float SCALE = 1f / (1L << 31);

    private int state;

    /** @param seed not 0, the one state that the generator cannot leave */
    public RandomNumbers(int seed) {
        state = seed;
    }

    /**
     * Starts anew.
     *
     * @param seed not 0
     */
    public void restart(int seed) {
        state = seed;
    }

    public float next() {
        state = after(state);
        return state * SCALE;
    }

    /** Writes the next ones: a block of them. */
    void render(float[] out) {
        int x = state;
        for (int i = 0; i < Block.FRAMES; i++) {
            x = after(x);
            out[i] = x * SCALE;
        }
        state = x;
    }

    private static int after(int state) {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }
}
