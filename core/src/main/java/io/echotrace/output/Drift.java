package io.echotrace.output;

import java.util.concurrent.TimeUnit;

/**
 * Judges whether the sound is out of step with the run. Devices and sound servers take frames in steps, and after a
 * hesitation in a gulp, so a single look says little: only what holds in every look of a second is drift. Audio thread:
 * does not allocate.
 */
final class Drift {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long toleranceFrames;
    private long windowStartNanos;
    private long least;
    private long most;

    Drift(long toleranceFrames, long nowNanos) {
        this.toleranceFrames = toleranceFrames;
        restart(nowNanos);
    }

    /** Forgets what was seen, after the sound has been brought in step. */
    void restart(long nowNanos) {
        windowStartNanos = nowNanos;
        least = Long.MAX_VALUE;
        most = Long.MIN_VALUE;
    }

    /**
     * Takes one look.
     *
     * @param aheadFrames how far the sound is ahead of where it should be; behind when negative
     * @return by how much the sound has certainly drifted ahead; behind when negative; 0 when it is in step or unknown
     */
    long judge(long aheadFrames, long nowNanos) {
        least = Math.min(least, aheadFrames);
        most = Math.max(most, aheadFrames);
        if (nowNanos - windowStartNanos < WINDOW_NANOS) {
            return 0;
        }
        long drift = least > toleranceFrames ? least : most < -toleranceFrames ? most : 0;
        restart(nowNanos);
        return drift;
    }
}
