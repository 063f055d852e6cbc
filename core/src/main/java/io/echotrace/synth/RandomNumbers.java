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

    /** Makes numbers that follow on each other into seeds that have nothing in common: the finalizer of MurmurHash3 (A. Appleby). */
    public static int seed(int number) {
        int x = (number ^ number >>> 16) * 0x85ebca6b;
        x = (x ^ x >>> 13) * 0xc2b2ae35;
        x ^= x >>> 16;
        return x == 0 ? 1 : x;
    }

    private static int after(int state) {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }
}
