package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Ramp;
import io.echotrace.synth.Sine;
import io.echotrace.synth.SlowSine;
import io.echotrace.timeline.Control;

/**
 * The ground, strained: two overtones at 3.02 and 4.98 times its frequency, which belong to no harmonic series, trembling
 * together. They rub against the third and the fifth harmonic, at the ground's top 16 times a second. Up to 3.5 dB under the
 * bed, K-weighted. Centre.
 */
final class Strain implements Voice {
    private static final double LOUDEST = BedLevel.K_RMS * Decibels.toGain(-3.5);
    /** The harmonics that the overtones stray from, the lower one upwards, the upper one downwards, in those of half the ground. */
    private static final int LOWER = 6;

    private static final int UPPER = 10;
    /** How far, in multiples of the ground. The highest stays below 4 kHz: 4.98 · 800 Hz. */
    private static final double ASTRAY = 0.02;

    private static final double TREMBLING_HZ = 6.5;
    private static final double DEPTH = 0.8;
    private static final double TREMBLING_RMS = StrictMath.sqrt((1 - DEPTH / 2) * (1 - DEPTH / 2) + DEPTH * DEPTH / 8);

    private final Phase astray;
    private final SlowSine trembling;
    private final float[] astrayCycles = new float[Block.FRAMES];
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] tone = new float[Block.FRAMES];
    private final float[] samples = new float[Block.FRAMES];
    private double gain;

    Strain(int sampleRateHz) {
        astray = new Phase(sampleRateHz);
        trembling = new SlowSine(sampleRateHz, 0.25);
    }

    @Override
    public void render(Scene scene, Block into) {
        double strain = Score.way(scene.controls().to(Control.GROUND_STRAIN), 0, 1);
        double before = gain;
        gain = strain == 0 ? 0 : strain * full(scene.groundHz());
        if (before == 0 && gain == 0) {
            astray.restart();
            trembling.restart();
            return;
        }
        renderTones(scene);
        double trembledBefore = before * tremblingGain();
        trembling.advance(TREMBLING_HZ);
        Ramp.scale((float) trembledBefore, (float) (gain * tremblingGain()), samples);
        float[] bedGains = scene.bedGains();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = samples[i] * bedGains[i];
            into.left()[i] += sample;
            into.right()[i] += sample;
        }
    }

    private void renderTones(Scene scene) {
        astray.render(ASTRAY * scene.groundHz() * scene.speed(), astrayCycles);
        tune(scene.cycles(), LOWER, 1);
        Sine.render(cycles, 0, samples);
        tune(scene.cycles(), UPPER, -1);
        Sine.render(cycles, 0, tone);
        for (int i = 0; i < Block.FRAMES; i++) {
            samples[i] += tone[i];
        }
    }

    private void tune(float[] halfGround, int multiple, int direction) {
        for (int i = 0; i < Block.FRAMES; i++) {
            cycles[i] = multiple * halfGround[i] + direction * astrayCycles[i];
        }
    }

    private double tremblingGain() {
        return 1 - DEPTH * (0.5 - 0.5 * trembling.value());
    }

    /** The gain of both tones at which they are as loud as they become, at a pitch of the ground. */
    private static double full(double groundHz) {
        double power = KWeighting.power(1, (LOWER / 2 + ASTRAY) * groundHz)
                + KWeighting.power(1, (UPPER / 2 - ASTRAY) * groundHz);
        return LOUDEST / (TREMBLING_RMS * StrictMath.sqrt(power));
    }
}
