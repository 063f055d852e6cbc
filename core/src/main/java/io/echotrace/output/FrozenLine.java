package io.echotrace.output;

import java.util.concurrent.TimeUnit;

/**
 * Notices that a device has died: its position stands still for 300 ms, though nothing else says so. Only time in which
 * this process was awake counts, since after a pause of the JVM a healthy device stands still too. Audio thread.
 */
final class FrozenLine {
    private static final long FROZEN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LONGEST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long lastFrames = -1;
    private long lastNanos;
    private long stillNanos;

    /** Told the position every few milliseconds; true once it has stood still for too long. */
    boolean isFrozen(long playedFrames, long nowNanos) {
        if (playedFrames != lastFrames) {
            stillNanos = 0;
        } else {
            stillNanos += Math.min(nowNanos - lastNanos, LONGEST_STEP_NANOS);
        }
        lastFrames = playedFrames;
        lastNanos = nowNanos;
        return stillNanos >= FROZEN_NANOS;
    }
}
