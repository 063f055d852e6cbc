package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Sine;
import io.echotrace.synth.StrikeEnvelope;

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
    private final double lowestHz;
    private final Phase[] phases = new Phase[RATIOS.length];
    private final float[] amplitudes = new float[RATIOS.length];
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] sine = new float[Block.FRAMES];

    Bell(int sampleRateHz, double lowestHz) {
        this.lowestHz = lowestHz;
        envelope = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, DECAY_SECONDS);
        double power = 0;
        for (int i = 0; i < RATIOS.length; i++) {
            phases[i] = new Phase(sampleRateHz);
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
            for (Phase phase : phases) {
                phase.restart();
            }
            return;
        }
        float[] gains = envelope.gains();
        for (int k = 0; k < RATIOS.length; k++) {
            phases[k].render(RATIOS[k] * lowestHz, cycles);
            Sine.render(cycles, 0, sine);
            float amplitude = amplitudes[k];
            for (int i = 0; i < Block.FRAMES; i++) {
                float sample = amplitude * gains[i] * sine[i];
                into.left()[i] += sample;
                into.right()[i] += sample;
            }
        }
        envelope.advance();
    }
}
