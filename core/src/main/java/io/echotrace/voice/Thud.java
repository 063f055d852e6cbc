package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.StrikeEnvelope;
import io.echotrace.timeline.Cue;

/**
 * The thud that ends a long stop: 62 Hz, with a soft octave for small speakers. From a stop of 0.2 s to one of 2 s it
 * grows by 6 dB up to its cue's level, which is K-weighted and relative to the bed, and rings three times as long.
 * Centre.
 */
final class Thud implements Voice {
    private static final double SHORTEST_LOG_SECONDS = StrictMath.log(0.2);
    private static final double LONGEST_LOG_SECONDS = StrictMath.log(2);
    private static final double GROWTH_DB = 6;
    private static final double LOUDEST_DB = 3.5;
    private static final double ATTACK_SECONDS = 0.008;

    private final Strokes strokes;
    private final StrikeEnvelope brief;
    private final StrikeEnvelope lingering;
    private final float[] gains = new float[Block.FRAMES];

    Thud(int sampleRateHz) {
        strokes = new Strokes(sampleRateHz, 62, 1, 124, 0.35);
        brief = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, 0.12);
        lingering = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, 0.36);
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() != Cue.Kind.THUD) {
            return;
        }
        double size = size(cue.lengthNanos() * 1e-9);
        double db = StrictMath.min(LOUDEST_DB, cue.levelDb()) - GROWTH_DB * (1 - size);
        double level = scene.bedGain() * Decibels.toGain(db);
        brief.strike(frame, (1 - size) * level, (1 - size) * level); // thuds in a row are no louder than one
        lingering.strike(frame, size * level, size * level);
    }

    @Override
    public void render(Scene scene, Block into) {
        if (brief.silent() && lingering.silent()) {
            strokes.restart();
            return;
        }
        float[] a = brief.gains();
        float[] b = lingering.gains();
        for (int i = 0; i < Block.FRAMES; i++) {
            gains[i] = a[i] + b[i];
        }
        strokes.mix(gains, into);
        brief.advance();
        lingering.advance();
    }

    /** 0 for the shortest stop that thuds, 1 for 2 s and more, by the logarithm. */
    private static double size(double seconds) {
        return Score.way(StrictMath.log(seconds), SHORTEST_LOG_SECONDS, LONGEST_LOG_SECONDS);
    }
}
