package io.echotrace.synth;

/**
 * Noise that falls by about 3 dB an octave from 0.6 to 6 kHz and faster on both sides, of RMS 1: three one-pole low-passes,
 * two octaves apart, on one seeded source, and a one-pole high-pass. One audio thread's own.
 */
public final class PinkNoise {
    private static final double LOWEST_HZ = 400;
    private static final double HIGH_PASS_HZ = 500;
    private final WhiteNoise source;
    private final float[] pole = new float[3];
    private final float[] input = new float[3];
    private final float highPass;
    private float low;
    private float middle;
    private float high;
    private float below;

    /** @param seed of the noise */
    public PinkNoise(int sampleRateHz, int seed) {
        source = new WhiteNoise(seed, Block.FRAMES);
        for (int k = 0; k < 3; k++) {
            double decay = StrictMath.exp(-2 * StrictMath.PI * LOWEST_HZ * (1 << (2 * k)) / sampleRateHz);
            pole[k] = (float) decay;
            input[k] = (float) ((1 - decay) / (1 << k)); // half the amplitude, two octaves up: 3 dB an octave
        }
        highPass = (float) (1 - StrictMath.exp(-2 * StrictMath.PI * HIGH_PASS_HZ / sampleRateHz));
        float scale = (float) (1 / StrictMath.sqrt(power(sampleRateHz)));
        for (int k = 0; k < 3; k++) {
            input[k] *= scale;
        }
    }

    public void render(float[] out) {
        source.render(1, out);
        filter(out);
    }

    /** In variables of its own: to keep them in fields from frame to frame would take three times as long. */
    private void filter(float[] samples) {
        float x = low;
        float y = middle;
        float z = high;
        float b = below;
        for (int i = 0; i < samples.length; i++) {
            float white = samples[i];
            x = pole[0] * x + input[0] * white;
            y = pole[1] * y + input[1] * white;
            z = pole[2] * z + input[2] * white;
            float pink = x + y + z;
            b = (1 - highPass) * b + highPass * pink;
            samples[i] = pink - b;
        }
        low = x;
        middle = y;
        high = z;
        below = b;
    }

    /** Power that white noise of power 1 has behind the filter: that of its impulse response, of which 50 ms are all. */
    private double power(int sampleRateHz) {
        float[] response = new float[sampleRateHz / 20];
        response[0] = 1;
        filter(response);
        double sum = 0;
        for (float sample : response) {
            sum += (double) sample * sample;
        }
        low = 0;
        middle = 0;
        high = 0;
        below = 0;
        return sum;
    }
}
