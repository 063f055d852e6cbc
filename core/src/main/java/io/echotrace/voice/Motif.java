package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.timeline.Cue;

/**
 * A few soft tones, one after the other, in the key of the ground: good news. Their level is relative to that of the bed at
 * its present gain; they are never louder than 3 dB over it. Centre.
 */
final class Motif implements Voice {
    private static final double LOUDEST_DB = 3;
    private static final double TONE_SECONDS = 0.22;
    private static final double APART_SECONDS = 0.2;
    /** The third, in halves of the ground: the bed does not have it, nor has the pulse, which is at 6. */
    private static final int THIRD = 5;

    private static final int FIFTH = 6;
    private static final int OCTAVE = 8;

    private final Cue.Kind kind;
    private final SoftTone[] tones;
    private final int apartFrames;

    private Motif(Cue.Kind kind, int sampleRateHz, int... multiples) {
        this.kind = kind;
        tones = new SoftTone[multiples.length];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = new SoftTone(multiples[i], sampleRateHz);
        }
        apartFrames = (int) (APART_SECONDS * sampleRateHz);
    }

    /** What was wrong is over: two tones, the second higher. */
    static Motif recovery(int sampleRateHz) {
        return new Motif(Cue.Kind.RECOVERY, sampleRateHz, THIRD, OCTAVE);
    }

    /** All is well, as it was: three tones, each lower. */
    static Motif allWell(int sampleRateHz) {
        return new Motif(Cue.Kind.ALL_WELL, sampleRateHz, OCTAVE, FIFTH, THIRD);
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() != kind || !tones[tones.length - 1].isOver()) {
            return;
        }
        double level = Decibels.toGain(StrictMath.min(LOUDEST_DB, cue.levelDb()));
        for (int i = 0; i < tones.length; i++) {
            tones[i].begin(frame + i * apartFrames, TONE_SECONDS, level);
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        for (SoftTone tone : tones) {
            tone.mix(scene, into);
        }
    }
}
