package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Ramp;
import io.echotrace.synth.Sine;

/**
 * One of the crowd: a hollow tone of the odd partials 1, 3 and 5, at a place of its own. They are made of one sine s: with
 * z = s², sin 3θ = s (3 - 4z) and sin 5θ = s (5 - 20z + 16z²). One audio thread's own.
 */
final class Singer {
    /** Amplitudes of the partials 1, 3 and 5; the third is soft, as the bed's fifth is there. */
    static final double[] PARTIALS = {1, 0.2, 0.4};

    private static final float C0 = (float) (PARTIALS[0] + 3 * PARTIALS[1] + 5 * PARTIALS[2]);
    private static final float C1 = (float) (-4 * PARTIALS[1] - 20 * PARTIALS[2]);
    private static final float C2 = (float) (16 * PARTIALS[2]);

    private final Phase phase;
    private final float start;
    private final float left;
    private final float right;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] tone = new float[Block.FRAMES];
    private float gain;

    /**
     * @param place -1 left … +1 right
     * @param start phase at which it begins, in cycles
     */
    Singer(int sampleRateHz, double place, double start) {
        phase = new Phase(sampleRateHz);
        this.start = (float) start;
        left = (float) StrictMath.sqrt(1 - place); // equal power, as of a Pan
        right = (float) StrictMath.sqrt(1 + place);
    }

    /**
     * Adds a block.
     *
     * @param hz of the first partial, at the block's end
     * @param nextGain at the block's end
     */
    void mix(double hz, double nextGain, Block into) {
        float next = (float) nextGain;
        if (gain == 0 && next == 0) {
            phase.restart();
            return;
        }
        phase.render(hz, cycles);
        Sine.render(cycles, start, tone);
        for (int i = 0; i < Block.FRAMES; i++) {
            float s = tone[i];
            float z = s * s;
            tone[i] = s * (C0 + z * (C1 + z * C2));
        }
        Ramp.mix(tone, left * gain, left * next, into.left());
        Ramp.mix(tone, right * gain, right * next, into.right());
        gain = next;
    }
}
