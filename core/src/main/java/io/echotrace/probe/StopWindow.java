package io.echotrace.probe;

/**
 * What the ticks around one stop say of when it was, and where that puts it. The JVM counts the time it runs and the time
 * it stands still: their sum at a stop's beginning differs from run time by an offset that hardly ever changes, and each
 * stop narrows down where it lies. So a stop has its exact place although the ticker may wake long after it. Where the JVM
 * does not count the time it runs, a stop ends where the ticker woke from its longest sleep.
 *
 * <p>The ticker's own; allocates nothing.
 */
final class StopWindow {
    private long earliestStart;
    private long latestStart;
    private long longestSleep;
    private long wokeAt;
    private long lateNanos;
    private long beganAt;
    private boolean isCounted;
    private boolean isOffsetKnown;
    private long offset;

    /**
     * Opens at the tick that sees the stop first.
     *
     * @param earliest when the tick before, which did not see it, read the counters
     * @param latest when this tick had read them
     * @param before the reading when the last stop was over
     * @param now the reading of this tick
     */
    void open(long earliest, long latest, SafepointReading before, SafepointReading now) {
        earliestStart = earliest;
        latestStart = latest;
        longestSleep = 0;
        lateNanos = 0;
        isCounted = now.runningNanos != SafepointCounters.UNKNOWN;
        beganAt = now.runningNanos + before.stoppedNanos;
    }

    /** Adds a sleep of the ticker, from the tick before the first to the one that closes. */
    void slept(long sleepNanos, long lateBy, long until) {
        lateNanos += Math.max(0, lateBy);
        if (sleepNanos > longestSleep) {
            longestSleep = sleepNanos;
            wokeAt = until;
        }
    }

    /**
     * Closes at the tick that sees the stop's end.
     *
     * @param latestEnd when that tick had read the counters
     * @return when the stop began
     */
    long start(long lengthNanos, long latestEnd) {
        long latest = Math.max(earliestStart, Math.min(latestStart, latestEnd - lengthNanos));
        long guess = clamp(wokeAt - lengthNanos, latest);
        if (!isCounted) {
            return guess;
        }
        long start = isOffsetKnown ? clamp(beganAt + offset, latest) : guess;
        offset = start - beganAt;
        isOffsetKnown = true;
        return start;
    }

    /** By how much the ticker was late all in all. */
    long lateNanos() {
        return lateNanos;
    }

    long earliestStart() {
        return earliestStart;
    }

    private long clamp(long start, long latest) {
        return Math.max(earliestStart, Math.min(start, latest));
    }
}
