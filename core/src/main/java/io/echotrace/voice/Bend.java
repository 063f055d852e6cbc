package io.echotrace.voice;

import io.echotrace.timeline.Cue;

/**
 * How fast the tape runs that all tones of the bed seem to be on. Before a hole it slows down evenly, by 0.75 octaves where
 * that takes 50 ms up to 1.5 octaves where it takes 400 ms or more; in the first moments after it, which are silent unless
 * the hole is very short, it is back at full speed. One audio thread's own.
 */
final class Bend {
    private static final double OCTAVE_IN_NEPERS = StrictMath.log(2); // StrictMath.pow allocates on some JDKs
    private static final double LEAST_OCTAVES = 0.75;
    private static final double MOST_OCTAVES = 1.5;
    private static final double SHORTEST_LOG_SECONDS = StrictMath.log(0.05);
    private static final double LONGEST_LOG_SECONDS = StrictMath.log(0.4);
    private static final double RECOVERY_SECONDS = 0.03;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long recoveryFrames;
    private long start = NEVER;
    private long end = NEVER;
    private double slowest = 1;

    Bend(FrameClock clock) {
        recoveryFrames = clock.frames(RECOVERY_SECONDS);
    }

    /** Bends for a cue, from a frame to another; a bend that is under way ends. */
    void begin(Cue hole, long startFrame, long endFrame) {
        start = startFrame;
        end = endFrame;
        double size = Score.way(StrictMath.log(hole.bendNanos() * 1e-9), SHORTEST_LOG_SECONDS, LONGEST_LOG_SECONDS);
        slowest = StrictMath.exp(-OCTAVE_IN_NEPERS * (LEAST_OCTAVES + (MOST_OCTAVES - LEAST_OCTAVES) * size));
    }

    /** The frame at which the last bend ends, or has ended. */
    long end() {
        return end;
    }

    /** Speed at a frame: 1 is full speed. */
    double speed(long frame) {
        long sinceEnd = frame - end;
        if (frame <= start || sinceEnd >= recoveryFrames) {
            return 1;
        }
        double way = sinceEnd < 0 ? (frame - start) / (double) (end - start) : 1 - sinceEnd / (double) recoveryFrames;
        return 1 - (1 - slowest) * way;
    }
}
