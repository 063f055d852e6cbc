package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Cue;

/**
 * Sparks: dry crackling between 3.4 and 5.8 kHz, one for each error as long as they can be told apart. The level is the
 * K-weighted level at a spark's peak over that of the bed at its present gain; the loudest is 6 dB. Scattered left and right.
 */
final class Sparks implements Voice {
    private static final double LOUDEST_DB = 6;
    /** What is closer together is heard as one, and is one: it would be louder than the loudest. */
    private static final double APART_SECONDS = 0.02;
    /** By its fifth successor a spark has died away. */
    private static final int AT_ONCE = 5;
    /** Those of a few rows that come late; each is over before the next in a recording. */
    private static final int SHOWERS = 8;

    private final Shower[] showers = new Shower[SHOWERS];
    private final Spark[] sparks = new Spark[AT_ONCE];
    private final int apartFrames;
    private int following;
    private int framesSinceLast;

    Sparks(int sampleRateHz) {
        for (int i = 0; i < SHOWERS; i++) {
            showers[i] = new Shower(sampleRateHz);
        }
        for (int i = 0; i < AT_ONCE; i++) {
            sparks[i] = new Spark(sampleRateHz);
        }
        apartFrames = (int) (APART_SECONDS * sampleRateHz);
        framesSinceLast = apartFrames;
    }

    @Override
    public void cue(Cue cue, int frame, Scene scene) {
        if (cue.kind() != Cue.Kind.SPARKS) {
            return;
        }
        for (Shower shower : showers) {
            if (shower.isOver()) {
                shower.begin(cue, frame, LOUDEST_DB);
                return;
            }
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        for (Shower shower : showers) {
            if (!shower.isOver()) {
                strike(shower, scene.bedGain());
            }
        }
        framesSinceLast = StrictMath.min(framesSinceLast + Block.FRAMES, apartFrames + Block.FRAMES);
        for (Spark spark : sparks) {
            if (!spark.silent()) {
                spark.mix(into);
            }
        }
    }

    private void strike(Shower shower, double bedGain) {
        while (!shower.isOver() && shower.next() < Block.FRAMES) {
            int frame = (int) shower.next();
            if (frame + framesSinceLast >= apartFrames && sparks[following].silent()) {
                shower.strike(sparks[following], bedGain);
                following = (following + 1) % AT_ONCE;
                framesSinceLast = -frame;
            } else {
                shower.skip();
            }
        }
        shower.advance();
    }
}
