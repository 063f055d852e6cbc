package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.SteadyTone;
import io.echotrace.synth.StrikeEnvelope;
import java.util.Arrays;

/**
 * A bell: a low tone, and two that belong to no harmonic series, for speakers that do not play it. A level of 1 is as loud
 * as the bed at full gain. One audio thread's own.
 */
final class Bell {
    /** Those of a free bar, as its bending waves stand in it. */
    private static final double[] RATIOS = {1, 2.76, 5.4};

    private static final double[] AMPLITUDES = {1, 0.5, 0.3};
    private static final double ATTACK_SECONDS = 0.005;
    private static final double DECAY_SECONDS = 0.5;

    private final StrikeEnvelope envelope;
    private final SteadyTone[] tones = new SteadyTone[RATIOS.length];
    private final float[] amplitudes = new float[RATIOS.length];
    private final float[] samples = new float[Block.FRAMES];

    Bell(int sampleRateHz, double lowestHz) {
        envelope = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, DECAY_SECONDS);
        double power = 0;
        for (int i = 0; i < RATIOS.length; i++) {
            tones[i] = new SteadyTone(sampleRateHz, RATIOS[i] * lowestHz);
            power += KWeighting.power(AMPLITUDES[i], RATIOS[i] * lowestHz);
        }
        for (int i = 0; i < RATIOS.length; i++) {
            amplitudes[i] = (float) (AMPLITUDES[i] * BedLevel.K_RMS / StrictMath.sqrt(power));
        }
    }

    /**
     * Strikes it, whether it still rings or not.
     *
     * @param frame of the block
     */
    void strike(int frame, double level, double atMost) {
        envelope.strike(frame, level, atMost);
    }

    void mix(Block into) {
        if (envelope.silent()) {
            for (SteadyTone tone : tones) {
                tone.restart();
            }
            return;
        }
        Arrays.fill(samples, 0);
        for (int k = 0; k < tones.length; k++) {
            tones[k].add(amplitudes[k], samples);
        }
        float[] gains = envelope.gains();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = gains[i] * samples[i];
            into.left()[i] += sample;
            into.right()[i] += sample;
        }
        envelope.advance();
    }
}
