package io.echotrace.agent.weave;

import java.util.concurrent.TimeUnit;

/**
 * When to look for methods that are called too often: a second after each look that found one, ever more rarely while there
 * are too many calls and no method that has too many; and now and then whatever is counted, as calls within an outermost call
 * cost but do not count. For one thread at a time.
 */
final class HuntSchedule {
    private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long REGULAR_NANOS = TimeUnit.SECONDS.toNanos(30);

    private long last;
    private long pause = SHORTEST_NANOS;

    /** @param now by any clock that counts nanoseconds, as for all methods */
    HuntSchedule(long now) {
        last = now;
    }

    /** @param tooMany whether there are more calls than one method may have */
    boolean isDue(long now, boolean tooMany) {
        return now - last >= (tooMany ? pause : Math.max(pause, REGULAR_NANOS));
    }

    void hunted(long now, boolean found) {
        last = now;
        pause = found ? SHORTEST_NANOS : Math.min(LONGEST_NANOS, 2 * pause);
    }
}
