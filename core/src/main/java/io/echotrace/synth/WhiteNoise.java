package io.echotrace.synth;

/**
 * White noise of RMS 1. Each place of a block has a generator of its own, of the kind of {@link RandomNumbers}: none waits
 * for another, and the loop over them is vectorized. One audio thread's own.
 */
final class WhiteNoise {
    /** Makes numbers that are uniform in -2³¹…2³¹ uniform with variance 1. */
    private static final double SCALE = StrictMath.sqrt(3) / (1L << 31);

    private final int[] states;

    /**
     * @param seed the same gives the same noise
     * @param samples how many are rendered at a time
     */
    WhiteNoise(int seed, int samples) {
        states = new int[samples];
        int start = RandomNumbers.seed(seed);
        for (int i = 0; i < samples; i++) {
            states[i] = RandomNumbers.seed(start + i);
        }
    }

    /** Writes the next samples, with a gain. */
    void render(float gain, float[] out) {
        move();
        float scale = (float) (gain * SCALE);
        for (int i = 0; i < states.length; i++) {
            out[i] = scale * states[i];
        }
    }

    /** Apart from the conversion to floats, which would keep JDK 17 from vectorizing it. */
    private void move() {
        for (int i = 0; i < states.length; i++) {
            int x = states[i];
            x ^= x << 13;
            x ^= x >>> 17;
            x ^= x << 5;
            states[i] = x;
        }
    }
}
