package io.echotrace.synth;

import java.util.Arrays;

/**
 * A tone of many partials at whole multiples of one frequency, all in phase with each other: Σ aₖ sin kθ by Clenshaw's
 * recurrence, which needs one sine and one cosine a frame however many partials there are. Amplitudes move by ramps.
 * One audio thread's own; a block of 24 partials costs about as much as five separate sines.
 *
 * <p>C. W. Clenshaw, A note on the summation of Chebyshev series, MTAC 9 (1955).
 */
public final class HarmonicSeries {
    /** Harmonics that one pass over the block sums, so that the intermediate sums stay in registers. */
    private static final int PER_PASS = 4;

    private final float[] from;
    private final float[] to;
    private final float[] sine = new float[Block.FRAMES];
    private final float[] twiceCosine = new float[Block.FRAMES];
    private final float[] first = new float[Block.FRAMES];
    private final float[] second = new float[Block.FRAMES];

    /** @param harmonics how many, the highest included */
    public HarmonicSeries(int harmonics) {
        int passes = (harmonics + PER_PASS - 1) / PER_PASS;
        from = new float[passes * PER_PASS];
        to = new float[passes * PER_PASS];
    }

    /** Sets the amplitude that a harmonic, counted from 1, has at the end of the next block. */
    public void amplitude(int harmonic, double amplitude) {
        to[harmonic - 1] = (float) amplitude;
    }

    /**
     * Renders the next block, which {@link #sines} and {@link #cosines} then read.
     *
     * @param cycles phase of the first harmonic in each frame
     */
    public void render(float[] cycles) {
        Sine.render(cycles, 0, sine);
        Sine.render(cycles, 0.25f, twiceCosine);
        for (int i = 0; i < Block.FRAMES; i++) {
            twiceCosine[i] *= 2;
        }
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        int k = to.length - PER_PASS;
        while (k >= 0 && isSilent(k)) {
            k -= PER_PASS; // the sums are still zero
        }
        for (; k >= 0; k -= PER_PASS) {
            if (isSteady(k)) {
                sum(to[k + 3], to[k + 2], to[k + 1], to[k], twiceCosine, first, second);
            } else {
                fold(k);
            }
        }
        System.arraycopy(to, 0, from, 0, to.length);
    }

    private boolean isSilent(int k) {
        return isSteady(k) && to[k] == 0 && to[k + 1] == 0 && to[k + 2] == 0 && to[k + 3] == 0;
    }

    private boolean isSteady(int k) {
        return from[k] == to[k] && from[k + 1] == to[k + 1] && from[k + 2] == to[k + 2] && from[k + 3] == to[k + 3];
    }

    /** Writes Σ aₖ sin kθ: the tone. */
    public void sines(float[] out) {
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = first[i] * sine[i];
        }
    }

    /** Writes Σ aₖ cos kθ: the tone a quarter of a cycle on, in every partial. */
    public void cosines(float[] out) {
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = 0.5f * first[i] * twiceCosine[i] - second[i];
        }
    }

    /** Four steps of the recurrence s = aₖ + 2 cos θ · s₁ - s₂, from harmonic k + 4 down to k + 1. */
    private void fold(int k) {
        sum(
                from[k + 3],
                to[k + 3] - from[k + 3],
                from[k + 2],
                to[k + 2] - from[k + 2],
                from[k + 1],
                to[k + 1] - from[k + 1],
                from[k],
                to[k] - from[k],
                twiceCosine,
                first,
                second);
    }

    private static void sum(
            float a4,
            float way4,
            float a3,
            float way3,
            float a2,
            float way2,
            float a1,
            float way1,
            float[] twiceCosine,
            float[] first,
            float[] second) {
        float[] done = Ramp.DONE;
        for (int i = 0; i < Block.FRAMES; i++) {
            float c = twiceCosine[i];
            float t = done[i];
            float s5 = first[i];
            float s4 = (a4 + way4 * t) + c * s5 - second[i];
            float s3 = (a3 + way3 * t) + c * s4 - s5;
            float s2 = (a2 + way2 * t) + c * s3 - s4;
            first[i] = (a1 + way1 * t) + c * s2 - s3;
            second[i] = s2;
        }
    }

    /** The same without ramps, which is most of the time. */
    private static void sum(
            float a4, float a3, float a2, float a1, float[] twiceCosine, float[] first, float[] second) {
        for (int i = 0; i < Block.FRAMES; i++) {
            float c = twiceCosine[i];
            float s5 = first[i];
            float s4 = a4 + c * s5 - second[i];
            float s3 = a3 + c * s4 - s5;
            float s2 = a2 + c * s3 - s4;
            first[i] = a1 + c * s2 - s3;
            second[i] = s2;
        }
    }
}
