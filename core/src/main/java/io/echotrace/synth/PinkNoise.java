package io.echotrace.synth;

/**
 * Noise that falls by about 3 dB an octave from 0.3 to 5 kHz, flatter below and steeper above, of RMS 1: three one-pole
 * low-passes, two octaves apart, on one seeded source. One audio thread's own.
 */
public final class PinkNoise {
    private static final double LOWEST_HZ = 300;
    /** Variance of numbers that are uniform in -1…+1. */
    private static final double SOURCE_VARIANCE = 1 / 3.0;

    private final RandomNumbers source;
    private final float[] pole = new float[3];
    private final float[] input = new float[3];
    private float low;
    private float middle;
    private float high;

    public PinkNoise(int sampleRateHz, int seed) {
        source = new RandomNumbers(seed);
        double[] poles = new double[3];
        double[] gains = new double[3];
        for (int k = 0; k < 3; k++) {
            double cornerHz = LOWEST_HZ * (1 << (2 * k));
            poles[k] = StrictMath.exp(-2 * StrictMath.PI * cornerHz / sampleRateHz);
            gains[k] = (1 - poles[k]) / (1 << k); // half the amplitude, two octaves up: 3 dB an octave
        }
        double scale = 1 / StrictMath.sqrt(SOURCE_VARIANCE * power(poles, gains));
        for (int k = 0; k < 3; k++) {
            pole[k] = (float) poles[k];
            input[k] = (float) (gains[k] * scale);
        }
    }

    public void render(float[] out) {
        float a = low;
        float b = middle;
        float c = high;
        for (int i = 0; i < Block.FRAMES; i++) {
            float white = source.next();
            a = pole[0] * a + input[0] * white;
            b = pole[1] * b + input[1] * white;
            c = pole[2] * c + input[2] * white;
            out[i] = a + b + c;
        }
        low = a;
        middle = b;
        high = c;
    }

    /** Power of the summed low-passes for white noise of power 1: the sum of products of their impulse responses. */
    private static double power(double[] poles, double[] gains) {
        double sum = 0;
        for (int i = 0; i < poles.length; i++) {
            for (int j = 0; j < poles.length; j++) {
                sum += gains[i] * gains[j] / (1 - poles[i] * poles[j]);
            }
        }
        return sum;
    }
}
