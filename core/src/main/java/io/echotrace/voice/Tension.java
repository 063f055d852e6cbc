package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.FrequencyShift;
import io.echotrace.synth.HarmonicSeries;

/**
 * How wrong one tone of the chord sounds. An unusual score gives it slow beats, a higher one a rough partner a quarter of
 * a critical band away, where Sethares' curve of dissonance has its maximum. Both are copies of the tone whose partials
 * all move up by the same number of hertz.
 */
final class Tension {
    private static final double SLOWEST_BEAT_HZ = 0.5;
    private static final double FASTEST_BEAT_HZ = 3;
    private static final double STRONGEST_BEAT = 0.7;
    private static final double STRONGEST_ROUGH = 1;
    /** The score at which beats have given way to roughness. */
    private static final double BEATS_GONE = 0.525;

    private final int multiple;
    private final HarmonicSeries tone = new HarmonicSeries(ChordSpectrum.PARTIALS);
    private final FrequencyShift beat;
    private final FrequencyShift rough;
    private final float[] cycles = new float[Block.FRAMES];

    /** @param multiple of half the ground's frequency */
    Tension(int multiple, int sampleRateHz) {
        this.multiple = multiple;
        beat = new FrequencyShift(sampleRateHz);
        rough = new FrequencyShift(sampleRateHz);
    }

    /**
     * Adds the partners.
     *
     * @param score at the block's end
     * @param amplitudes of the tone's partials at the block's end
     */
    void mix(Scene scene, double score, double[] amplitudes, float[] into) {
        double beatLevel = beatLevel(score);
        double roughLevel = roughLevel(score);
        if (beat.silent(beatLevel) && rough.silent(roughLevel)) {
            return;
        }
        Chord.setAmplitudes(tone, amplitudes);
        float[] base = scene.cycles();
        for (int i = 0; i < Block.FRAMES; i++) {
            cycles[i] = multiple * base[i];
        }
        tone.render(cycles);
        if (!beat.silent(beatLevel)) {
            beat.mix(tone, beatHz(score), beatLevel, into);
        }
        if (!rough.silent(roughLevel)) {
            rough.mix(tone, roughHz(scene.groundHz()), roughLevel, into);
        }
    }

    private static double beatLevel(double score) {
        double rising = Score.way(score, Score.UNUSUAL, Score.ROUGH);
        return STRONGEST_BEAT * rising * (1 - Score.way(score, Score.ROUGH, BEATS_GONE));
    }

    private static double beatHz(double score) {
        double way = Score.way(score, Score.UNUSUAL, Score.ROUGH);
        return SLOWEST_BEAT_HZ + (FASTEST_BEAT_HZ - SLOWEST_BEAT_HZ) * way;
    }

    /** Steep at first: it has to be plain already at 0.5. */
    private static double roughLevel(double score) {
        return STRONGEST_ROUGH * StrictMath.sqrt(Score.way(score, Score.ROUGH, Score.ANOMALY));
    }

    /** 25…44 Hz: a quarter of a critical band at the chord's middle, by Sethares' constants. */
    private static double roughHz(double groundHz) {
        return 0.0207 * 1.5 * groundHz + 18.96;
    }
}
