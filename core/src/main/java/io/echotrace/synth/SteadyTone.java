package io.echotrace.synth;

/**
 * A sine of one frequency for ever, for half the price of one that may move: where a block begins is turned by the angle of
 * a block, and sin(a + x) = sin a cos x + cos a sin x does the rest from a table. One audio thread's own.
 */
public final class SteadyTone {
    private final float[] sines = new float[Block.FRAMES];
    private final float[] cosines = new float[Block.FRAMES];
    private final double turnSine;
    private final double turnCosine;
    private double sine;
    private double cosine = 1;

    public SteadyTone(int sampleRateHz, double hz) {
        double step = 2 * StrictMath.PI * hz / sampleRateHz;
        for (int i = 0; i < Block.FRAMES; i++) {
            sines[i] = (float) StrictMath.sin(step * (i + 1));
            cosines[i] = (float) StrictMath.cos(step * (i + 1));
        }
        turnSine = StrictMath.sin(step * Block.FRAMES);
        turnCosine = StrictMath.cos(step * Block.FRAMES);
    }

    /** Starts anew at phase zero. */
    public void restart() {
        sine = 0;
        cosine = 1;
    }

    /** Adds the next block. */
    public void add(float amplitude, float[] into) {
        float s = (float) (amplitude * sine);
        float c = (float) (amplitude * cosine);
        for (int i = 0; i < Block.FRAMES; i++) {
            into[i] += s * cosines[i] + c * sines[i];
        }
        turn();
    }

    private void turn() {
        double s = sine * turnCosine + cosine * turnSine;
        double c = cosine * turnCosine - sine * turnSine;
        double stretch = 1.5 - 0.5 * (s * s + c * c); // keeps the length at 1, as one step of Newton's method
        sine = s * stretch;
        cosine = c * stretch;
    }
}
