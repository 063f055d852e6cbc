package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.EvenNoise;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.StrikeEnvelope;
import io.echotrace.timeline.Control;

/**
 * A dull breath that comes with a beat of the pulse, from its place: noise from 7 to 9.5 kHz, or to where the sample rate
 * ends, and softer from 1.3 to 1.9 kHz, for those who hear or play nothing above 4 kHz. Both together are up to 4.6 dB over the bed.
 * One audio thread's own.
 */
final class Breath {
    private static final double LOW_HZ = 7_000;
    private static final double HIGH_HZ = 9_500;
    /** The share of the sample rate up to which there is room for it. */
    private static final double ROOM = 0.49;

    private static final double LOUDEST = BedLevel.K_RMS * Decibels.toGain(4);

    private static final double SECOND_LOW_HZ = 1_300;
    private static final double SECOND_HIGH_HZ = 1_900;
    private static final double LOUDEST_SECOND = BedLevel.K_RMS * Decibels.toGain(-4);

    private static final double ATTACK_SECONDS = 0.004;
    private static final double DECAY_SECONDS = 0.010;

    private final StrikeEnvelope envelope;
    private final EvenNoise noise;
    private final EvenNoise second;
    private final float gain = amplitude(LOUDEST, LOW_HZ);
    private final float secondGain = amplitude(LOUDEST_SECOND, (SECOND_LOW_HZ + SECOND_HIGH_HZ) / 2);
    private final Pan pan = new Pan();
    private final float[] samples = new float[Block.FRAMES];
    private final float[] secondSamples = new float[Block.FRAMES];

    Breath(int sampleRateHz) {
        envelope = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, DECAY_SECONDS);
        noise = new EvenNoise(sampleRateHz, LOW_HZ, StrictMath.min(HIGH_HZ, ROOM * sampleRateHz), 0x0B2E_A701);
        second = new EvenNoise(sampleRateHz, SECOND_LOW_HZ, SECOND_HIGH_HZ, 0x0B2E_A702);
    }

    /**
     * Breathes once.
     *
     * @param frame of the block that is mixed next
     * @param level 0…1
     */
    void strike(int frame, double level) {
        envelope.strike(frame, level, level);
    }

    void mix(Scene scene, Block into) {
        if (envelope.silent()) {
            return;
        }
        noise.render(samples);
        second.render(secondSamples);
        float[] gains = envelope.gains();
        float[] bedGains = scene.bedGains();
        for (int i = 0; i < Block.FRAMES; i++) {
            samples[i] = gains[i] * bedGains[i] * (gain * samples[i] + secondGain * secondSamples[i]);
        }
        pan.mix(samples, scene.controls().to(Control.PULSE_PAN), into.left(), into.right());
        envelope.advance();
    }

    private static float amplitude(double weightedRms, double hz) {
        return (float) (weightedRms / StrictMath.sqrt(KWeighting.power(1, hz)));
    }
}
