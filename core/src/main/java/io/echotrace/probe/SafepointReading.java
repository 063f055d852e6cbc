package io.echotrace.probe;

/** All safepoint counters at one instant. The ticker's own; allocates nothing. */
final class SafepointReading {
    private static final int MOST_ATTEMPTS = 4;

    long count;
    long ended;
    long stoppedNanos;
    long runningNanos;
    long syncNanos;
    long collections;

    /** Reads until no safepoint has come between: the reading thread itself may have been stopped by it. */
    void read(SafepointCounters counters) {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            count = counters.count();
            ended = counters.ended();
            stoppedNanos = counters.stoppedNanos();
            runningNanos = counters.runningNanos();
            syncNanos = counters.syncNanos();
            collections = counters.collections();
            if (counters.count() == count && counters.ended() == ended) {
                return;
            }
        }
    }

    void copy(SafepointReading other) {
        count = other.count;
        ended = other.ended;
        stoppedNanos = other.stoppedNanos;
        runningNanos = other.runningNanos;
        syncNanos = other.syncNanos;
        collections = other.collections;
    }
}
