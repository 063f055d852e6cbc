package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.HarmonicSeries;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Phase;
import io.echotrace.synth.StrikeEnvelope;
import io.echotrace.timeline.Control;

/**
 * What the pulse strikes: a plucked tone an octave and a fifth above the ground. It is a quarter of a cycle from the
 * chord's own partials, so that every stroke sounds the same and their powers add up; tension detunes it. Its overtones make it heard at the lowest pitch
 * too. A stroke that drags rings on: so a pulse that staggers is told from a calm one by each stroke, however seldom they
 * are. As loud as the bed at a level of 1. One audio thread's own.
 */
final class PulseTone {
    /** Three times the ground, in harmonics of half the ground. */
    private static final int MULTIPLE = 6;
    /** By how much it is detuned at most, in multiples of the ground: 3 f0 becomes 3.18 f0. */
    private static final double SOUR = 0.18;

    private static final double[] PARTIALS = {1, 0.5, 0.25};

    private static final double ATTACK_SECONDS = 0.004;
    /** Share of a stroke that rings on when it drags. */
    private static final double DRAGGING = 0.6;

    private final StrikeEnvelope plucked;
    private final StrikeEnvelope dragged;
    private final HarmonicSeries tone = new HarmonicSeries(PARTIALS.length);
    private final Phase detuning;
    private final Pan pan = new Pan();
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] detuned = new float[Block.FRAMES];
    private final float[] samples = new float[Block.FRAMES];
    private double groundHz;

    PulseTone(int sampleRateHz) {
        plucked = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, 0.035);
        dragged = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, 0.15);
        detuning = new Phase(sampleRateHz);
    }

    /**
     * Strikes it.
     *
     * @param frame of the block that is mixed next
     * @param atMost the level that all strokes together do not exceed
     * @param drag how much of it rings on, 0…1
     */
    void strike(int frame, double level, double atMost, double drag) {
        double ringing = DRAGGING * drag;
        plucked.strike(frame, (1 - ringing) * level, (1 - ringing) * atMost);
        if (ringing > 0) {
            dragged.strike(frame, ringing * level, ringing * atMost);
        }
    }

    void mix(Scene scene, Block into) {
        if (plucked.silent() && dragged.silent()) {
            return;
        }
        double sour = SOUR * Score.way(scene.controls().to(Control.PULSE_TENSION), Score.UNUSUAL, Score.ANOMALY);
        setAmplitudes(scene.groundHz());
        tune(scene, sour * scene.groundHz() * scene.speed());
        tone.render(cycles);
        tone.cosines(samples);
        multiply(plucked.gains(), dragged.gains(), scene.bedGains());
        pan.mix(samples, scene.controls().to(Control.PULSE_PAN), into.left(), into.right());
        plucked.advance();
        if (!dragged.silent()) {
            dragged.advance();
        }
    }

    /** Makes the tone as loud as the bed at every pitch. */
    private void setAmplitudes(double newGroundHz) {
        if (newGroundHz == groundHz) {
            return;
        }
        groundHz = newGroundHz;
        double power = 0;
        for (int i = 0; i < PARTIALS.length; i++) {
            power += KWeighting.power(amplitude(i), hz(i));
        }
        double gain = BedLevel.K_RMS / StrictMath.sqrt(power);
        for (int i = 0; i < PARTIALS.length; i++) {
            tone.amplitude(i + 1, gain * amplitude(i));
        }
    }

    private double amplitude(int partial) {
        return PARTIALS[partial] * TopFade.gain(hz(partial));
    }

    private double hz(int partial) {
        return groundHz / 2 * MULTIPLE * (partial + 1);
    }

    private void tune(Scene scene, double detunedHz) {
        detuning.render(detunedHz, detuned);
        float[] base = scene.cycles();
        for (int i = 0; i < Block.FRAMES; i++) {
            cycles[i] = MULTIPLE * base[i] + detuned[i];
        }
    }

    private void multiply(float[] some, float[] others, float[] bed) {
        for (int i = 0; i < Block.FRAMES; i++) {
            samples[i] *= (some[i] + others[i]) * bed[i];
        }
    }
}
