package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.PinkNoise;
import io.echotrace.synth.Ramp;
import io.echotrace.timeline.Control;

/** Pink noise over the bed: silent up to an anomaly, up to 12 dB under the bed at the highest score. Centre. */
final class Hiss implements Voice {
    private static final double LOUDEST = BedLevel.K_RMS * Decibels.toGain(-12);

    /** The score from which it does not grow any more. */
    private static final double FULL = 0.9;

    private final PinkNoise noise;
    private final float[] samples = new float[Block.FRAMES];

    Hiss(int sampleRateHz) {
        noise = new PinkNoise(sampleRateHz, 0x0DD_BA11);
    }

    @Override
    public void render(Scene scene, Block into) {
        double from = level(scene.controls().from(Control.NOISE));
        double to = level(scene.controls().to(Control.NOISE));
        if (from == 0 && to == 0) {
            return;
        }
        noise.render(samples);
        Ramp.scale((float) from, (float) to, samples);
        float[] gains = scene.bedGains();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = samples[i] * gains[i];
            into.left()[i] += sample;
            into.right()[i] += sample;
        }
    }

    /** Steep at first, so that an anomaly is plain as soon as it is one. */
    private static double level(double score) {
        return LOUDEST * StrictMath.sqrt(StrictMath.sqrt(Score.way(score, Score.ANOMALY, FULL)));
    }
}
