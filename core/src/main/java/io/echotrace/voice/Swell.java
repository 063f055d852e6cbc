package io.echotrace.voice;

import io.echotrace.synth.Block;

/**
 * A gain that swells from 0 to 1, stays there and fades to 0 again, without a kink. Known at the ends of blocks; between
 * them it is a line. One audio thread's own.
 */
final class Swell {
    private final int sampleRateHz;
    private final double edgeFrames;
    private double position;
    private double length;

    /** @param edgeSeconds how long it takes to swell, and to fade */
    Swell(int sampleRateHz, double edgeSeconds) {
        this.sampleRateHz = sampleRateHz;
        this.edgeFrames = edgeSeconds * sampleRateHz;
    }

    /**
     * Begins anew.
     *
     * @param frame counted from the first of the next block
     * @param seconds from silence to silence, at least both edges
     */
    void begin(int frame, double seconds) {
        position = -frame;
        length = seconds * sampleRateHz;
    }

    /** Ends it; what is left has to be inaudible. */
    void stop() {
        position = length;
    }

    boolean isOver() {
        return position >= length;
    }

    /** Moves on by a block; the gain at its end. */
    double advance() {
        position += Block.FRAMES;
        double way = Score.way(StrictMath.min(position, length - position), 0, edgeFrames);
        return way * way * (3 - 2 * way);
    }

    /** How much of it is done at the block's end: 0…1. */
    double done() {
        return Score.way(position, 0, length);
    }
}
