package io.echotrace.voice;

import io.echotrace.synth.Block;

/**
 * Silences the output while the JVM stood still, from the exact frame to the exact frame. The ramps lie outside: down
 * before the hole, up after it. What would sound goes on underneath. One audio thread's own.
 */
final class Holes {
    private static final double RAMP_SECONDS = 0.002;
    /** Holes that may be ahead or under way at once; stops of one JVM follow one another, so a few are plenty. */
    private static final int MOST = 16;

    private final int rampFrames;
    private final long[] starts = new long[MOST];
    private final long[] ends = new long[MOST];
    private int size;

    Holes(FrameClock clock) {
        rampFrames = (int) clock.frames(RAMP_SECONDS);
    }

    /** Whether there is room for one more. */
    boolean full() {
        return size == MOST;
    }

    /** Whether the way down to a hole has still to be rendered by an output that is at a frame. */
    boolean ahead(long start, long frame) {
        return start - rampFrames >= frame;
    }

    /** Adds a hole, which may be no longer than its ramps; it must be {@link #ahead}, and there must be room. */
    void add(long start, long end) {
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** Cuts the holes into the block that begins at a frame, and forgets those that are past. */
    void cut(long frame, Block block) {
        int kept = 0;
        for (int h = 0; h < size; h++) {
            if (frame < ends[h] + rampFrames) {
                if (frame + Block.FRAMES > starts[h] - rampFrames) {
                    cut(frame, starts[h], ends[h], block);
                }
                starts[kept] = starts[h];
                ends[kept] = ends[h];
                kept++;
            }
        }
        size = kept;
    }

    private void cut(long frame, long start, long end, Block block) {
        for (int i = 0; i < Block.FRAMES; i++) {
            long now = frame + i;
            long outside = StrictMath.max(start - now, now - end + 1);
            if (outside < rampFrames) {
                float way = outside <= 0 ? 0 : outside / (float) rampFrames;
                float gain = way * way * (3 - 2 * way); // without a kink, which could be heard as a tick
                block.left()[i] *= gain;
                block.right()[i] *= gain;
            }
        }
    }
}
