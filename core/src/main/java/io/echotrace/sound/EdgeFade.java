package io.echotrace.sound;

/** Lets a sound begin and end in silence within 10 ms, along half a cosine: neither a jump nor a kink is left to click. */
final class EdgeFade {
    private static final double SECONDS = 0.01;

    private EdgeFade() {}

    /** Fades both ends; what is shorter than both fades is faded up to its middle. */
    static void apply(float[] samples, int sampleRateHz) {
        int length = StrictMath.min((int) (SECONDS * sampleRateHz), samples.length / 2);
        for (int i = 0; i < length; i++) {
            float gain = (float) (0.5 - 0.5 * StrictMath.cos(StrictMath.PI * i / length));
            samples[i] *= gain;
            samples[samples.length - 1 - i] *= gain;
        }
    }
}
