package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.HarmonicSeries;
import io.echotrace.timeline.Control;

/**
 * Ground and harmony: the steady chord whose pitch is the load, and its two tones that can go wrong. All partials are
 * harmonics of half the ground's frequency and are made in one sum. Centre.
 */
final class Chord implements Voice {
    private final ChordSpectrum spectrum = new ChordSpectrum();
    private final HarmonicSeries series = new HarmonicSeries(ChordSpectrum.HARMONICS);
    private final float[] tones = new float[Block.FRAMES];
    private final Tension ground;
    private final Tension fifth;

    Chord(int sampleRateHz) {
        ground = new Tension(ChordSpectrum.GROUND, sampleRateHz);
        fifth = new Tension(ChordSpectrum.FIFTH, sampleRateHz);
    }

    @Override
    public void render(Scene scene, Block into) {
        ControlGlides controls = scene.controls();
        if (spectrum.set(scene.chordHz(), controls.to(Control.BRIGHTNESS))) {
            setAmplitudes(series, spectrum.harmonics());
        }
        series.render(scene.chordCycles());
        series.sines(tones);
        ground.mix(scene, controls.to(Control.GROUND_TENSION), spectrum.ground(), tones);
        fifth.mix(scene, controls.to(Control.FIFTH_TENSION), spectrum.fifth(), tones);
        float[] gains = scene.bedGains();
        float[] left = into.left();
        float[] right = into.right();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = tones[i] * gains[i];
            left[i] += sample;
            right[i] += sample;
        }
    }

    static void setAmplitudes(HarmonicSeries series, double[] amplitudes) {
        for (int i = 0; i < amplitudes.length; i++) {
            series.amplitude(i + 1, amplitudes[i]);
        }
    }
}
