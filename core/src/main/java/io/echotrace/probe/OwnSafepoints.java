package io.echotrace.probe;

/**
 * The safepoints that a probe has caused itself, by their number, so that they are left out of what is heard. Probe thread
 * only.
 */
final class OwnSafepoints {
    private static final int REMEMBERED = 8;

    private final long[] numbers = new long[REMEMBERED];
    private int next;

    /**
     * Notes what a call of a probe has caused. Where more than one safepoint began meanwhile, it cannot be told which was
     * its own, and all of them count.
     */
    void caused(long safepointsBefore, long safepointsAfter) {
        if (safepointsAfter == safepointsBefore + 1) {
            numbers[next] = safepointsAfter;
            next = (next + 1) % REMEMBERED;
        }
    }

    /** Whether a stop is nothing but a safepoint of our own. */
    boolean explains(StopRing.Stop stop) {
        return stop.lastSafepoint == stop.afterSafepoint + 1 && !stop.isCollection && contains(stop.lastSafepoint);
    }

    private boolean contains(long number) {
        for (long each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }
}
