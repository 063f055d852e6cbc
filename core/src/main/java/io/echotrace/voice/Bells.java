package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.timeline.Cue;

/**
 * Two locked bells: four strokes, now one and now the other, each while the other still rings, so that they beat at the
 * 8.7 Hz between them. The level is the K-weighted level at a stroke's peak over that of the bed at its present gain; the
 * loudest is 6 dB. Centre.
 */
final class Bells implements Voice {
    private static final double LOUDEST_DB = 6;
    private static final int STROKES = 4;
    private static final double APART_SECONDS = 0.4;

    private final Bell[] bells;
    private final int apartFrames;
    private int left;
    private int next;
    private double levelGain;

    Bells(int sampleRateHz) {
        bells = new Bell[] {new Bell(sampleRateHz, 147), new Bell(sampleRateHz, 155.7)};
        apartFrames = (int) (APART_SECONDS * sampleRateHz);
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() == Cue.Kind.BELLS) {
            left = STROKES;
            next = frame;
            levelGain = Decibels.toGain(StrictMath.min(LOUDEST_DB, cue.levelDb()));
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        if (left > 0) {
            strikeIfDue(scene.bedGain());
        }
        for (Bell bell : bells) {
            bell.mix(into);
        }
    }

    private void strikeIfDue(double bedGain) {
        if (next < Block.FRAMES) {
            bells[left % bells.length].strike(next, bedGain * levelGain, bedGain * Decibels.toGain(LOUDEST_DB));
            left--;
            next += apartFrames;
        }
        next -= Block.FRAMES;
    }
}
