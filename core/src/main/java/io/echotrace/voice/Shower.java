package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.RandomNumbers;
import io.echotrace.timeline.Cue;

/**
 * The sparks of one cue that are still to come: its length is cut into equal parts, one for each, and each is struck
 * somewhere in its part. Where, and how it sounds, depends on the cue's instant alone, so that it is the same in every output.
 */
final class Shower {
    private final int sampleRateHz;
    private final RandomNumbers random = new RandomNumbers(1);
    private double partStart;
    private double partFrames;
    private double next;
    private int left;
    private double level;
    private boolean low;

    Shower(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * Takes a cue.
     *
     * @param frame of the next block, at which it begins
     */
    void begin(Cue cue, int frame, double mostDb) {
        random.restart(RandomNumbers.seed((int) (cue.atNanos() ^ cue.atNanos() >>> 32)));
        partStart = frame;
        partFrames = cue.lengthNanos() * 1e-9 * sampleRateHz / cue.count();
        left = cue.count();
        level = Decibels.toGain(StrictMath.min(mostDb, cue.levelDb()));
        low = cue.isLow();
        place();
    }

    boolean isOver() {
        return left == 0;
    }

    /** The frame at which the next spark is struck, counted from the block's first; it may lie behind the block. */
    double next() {
        return next;
    }

    /** Strikes the next. */
    void strike(Spark spark, double bedGain) {
        spark.strike((int) next, bedGain * level, low, random);
        skip();
    }

    /** Leaves the next out. */
    void skip() {
        left--;
        partStart += partFrames;
        place();
    }

    /** Moves on to the next block. */
    void advance() {
        partStart -= Block.FRAMES;
        next -= Block.FRAMES;
    }

    private void place() {
        next = partStart + partFrames * (random.next() + 1) / 2;
    }
}
