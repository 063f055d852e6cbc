package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.timeline.Cue;

/**
 * All is well again: two soft tones, the third and then the octave of the ground, two octaves up. Its level is relative to
 * that of the bed at its present gain; it is never louder. Centre.
 */
final class Recovery implements Voice {
    private static final double LOUDEST_DB = 0;
    private static final double TONE_SECONDS = 0.22;
    private static final double APART_SECONDS = 0.2;
    /** 5/2 of the ground: the bed does not have it, nor has the pulse, which is at 3. */
    private static final int THIRD = 5;

    private static final int OCTAVE = 8;

    private final SoftTone first;
    private final SoftTone second;
    private final int apartFrames;

    Recovery(int sampleRateHz) {
        first = new SoftTone(THIRD, sampleRateHz);
        second = new SoftTone(OCTAVE, sampleRateHz);
        apartFrames = (int) (APART_SECONDS * sampleRateHz);
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() == Cue.Kind.RECOVERY && second.isOver()) {
            double level = Decibels.toGain(StrictMath.min(LOUDEST_DB, cue.levelDb()));
            first.begin(frame, TONE_SECONDS, level);
            second.begin(frame + apartFrames, TONE_SECONDS, level);
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        first.mix(scene, into);
        second.mix(scene, into);
    }
}
