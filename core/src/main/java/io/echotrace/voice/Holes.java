package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Cue;

/**
 * Silences the output while the JVM stood still, from the exact frame to the exact frame. The ramps lie outside: down
 * before the hole, up after it. What would sound goes on underneath. One audio thread's own.
 */
final class Holes {
    private static final double RAMP_SECONDS = 0.002;
    /** Holes that may be ahead or under way at once; stops of one JVM follow one another, so a few are plenty. */
    private static final int MOST = 16;

    private final FrameClock clock;
    private final int rampFrames;
    private final long[] starts = new long[MOST];
    private final long[] ends = new long[MOST];
    private int size;

    Holes(FrameClock clock) {
        this.clock = clock;
        rampFrames = (int) clock.frames(RAMP_SECONDS);
    }

    /** Whether there is room for one more. */
    boolean full() {
        return size == MOST;
    }

    /** Whether the way down to a cue's hole has still to be rendered by an output that is at a frame. */
    boolean ahead(Cue cue, long frame) {
        return clock.frameAt(cue.atNanos()) - rampFrames >= frame;
    }

    /** Adds a hole; it must be {@link #ahead}, and there must be room. */
    void add(Cue cue) {
        starts[size] = clock.frameAt(cue.atNanos());
        ends[size] = clock.frameAt(cue.atNanos() + cue.lengthNanos());
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
                float gain = outside <= 0 ? 0 : outside / (float) rampFrames;
                block.left()[i] *= gain;
                block.right()[i] *= gain;
            }
        }
    }
}
