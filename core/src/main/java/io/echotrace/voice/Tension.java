package io.echotrace.voice;

import io.echotrace.synth.Beating;
import io.echotrace.synth.Block;
import io.echotrace.synth.FrequencyShift;
import io.echotrace.synth.HarmonicSeries;

/**
 * How wrong one tone of the chord sounds. An unusual score makes it beat, faster and deeper as it rises; a higher one gives
 * it a rough partner a quarter of a critical band away, where Sethares' curve of dissonance has its maximum.
 */
final class Tension {
    private static final double SLOWEST_BEAT_HZ = 0.5;
    private static final double FASTEST_BEAT_HZ = 3;
    private static final double DEEPEST_BEAT = 0.6;
    /** The score at which beats have given way to roughness. */
    private static final double BEATS_GONE = 0.55;
    /** A little roughness comes with the beats, so that dissonance rises without a step from health to anomaly. */
    private static final double ROUGH_WITH_BEATS = 0.1;
    /** Steep at first: it has to be plain already at 0.5. */
    private static final double PLAIN = 0.5;

    private final int multiple;
    private final HarmonicSeries tone = new HarmonicSeries(ChordSpectrum.PARTIALS);
    private final Beating beat;
    private final FrequencyShift rough;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] sines = new float[Block.FRAMES];

    /** @param multiple of half the ground's frequency */
    Tension(int multiple, int sampleRateHz) {
        this.multiple = multiple;
        beat = new Beating(sampleRateHz);
        rough = new FrequencyShift(sampleRateHz);
    }

    /**
     * Adds the partners.
     *
     * @param score at the block's end
     * @param amplitudes of the tone's partials at the block's end
     */
    void mix(Scene scene, double score, double[] amplitudes, float[] into) {
        double depth = beatDepth(score);
        double level = roughLevel(score);
        if (beat.silent(depth) && rough.silent(level)) {
            return;
        }
        renderTone(scene.chordCycles(), amplitudes);
        if (!beat.silent(depth)) {
            tone.sines(sines);
            beat.mix(sines, beatHz(score), depth, into);
        }
        if (!rough.silent(level)) {
            rough.mix(tone, roughHz(scene.chordHz()), level, into);
        }
    }

    private void renderTone(float[] halfRoot, double[] amplitudes) {
        Chord.setAmplitudes(tone, amplitudes);
        for (int i = 0; i < Block.FRAMES; i++) {
            cycles[i] = multiple * halfRoot[i];
        }
        tone.render(cycles);
    }

    private static double beatDepth(double score) {
        double rising = Score.way(score, Score.UNUSUAL, Score.ROUGH);
        return DEEPEST_BEAT * rising * (1 - Score.way(score, Score.ROUGH, BEATS_GONE));
    }

    private static double beatHz(double score) {
        double way = Score.way(score, Score.UNUSUAL, Score.ROUGH);
        return SLOWEST_BEAT_HZ + (FASTEST_BEAT_HZ - SLOWEST_BEAT_HZ) * way;
    }

    /** Up to 0.1, 0.65, 0.85 and 1 of the tone's own level. */
    private static double roughLevel(double score) {
        return ROUGH_WITH_BEATS * Score.way(score, Score.UNUSUAL, Score.ROUGH)
                + 0.55 * Score.way(score, Score.ROUGH, PLAIN)
                + 0.2 * Score.way(score, PLAIN, Score.ANOMALY)
                + 0.15 * Score.way(score, Score.ANOMALY, 1);
    }

    /** 25…44 Hz: a quarter of a critical band at the chord's middle, by Sethares' constants. */
    private static double roughHz(double rootHz) {
        return 0.0207 * 1.5 * rootHz + 18.96;
    }
}
