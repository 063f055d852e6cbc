package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.StrikeEnvelope;
import io.echotrace.timeline.Cue;

/**
 * The wood block: one dry stroke for each garbage collection. Its level is the K-weighted level at the stroke's peak over
 * that of the bed at its present gain; the loudest is 6 dB, and strokes that overlap are together no louder. Centre.
 */
final class WoodBlock implements Voice {
    private static final double LOUDEST_DB = 6;

    private final Strokes strokes;
    private final StrikeEnvelope envelope;

    WoodBlock(int sampleRateHz) {
        strokes = new Strokes(sampleRateHz, 1_160, 0.6, 2_750, 1);
        envelope = new StrikeEnvelope(sampleRateHz, 0.004, 0.007);
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() == Cue.Kind.WOOD_BLOCK) {
            double db = StrictMath.min(LOUDEST_DB, cue.levelDb());
            envelope.strike(
                    frame, scene.bedGain() * Decibels.toGain(db), scene.bedGain() * Decibels.toGain(LOUDEST_DB));
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        if (envelope.silent()) {
            strokes.restart();
            return;
        }
        strokes.mix(envelope.gains(), into);
        envelope.advance();
    }
}
