package io.echotrace.session;

import java.util.function.LongSupplier;

/** Run time: nanoseconds since the run started, from the one monotonic clock of the host JVM. Thread-safe. */
final class RunClock implements LongSupplier {
    private final long startNanoTime;

    /** @param startNanoTime when the run started, by {@code System.nanoTime()} */
    RunClock(long startNanoTime) {
        this.startNanoTime = startNanoTime;
    }

    @Override
    public long getAsLong() {
        return System.nanoTime() - startNanoTime;
    }
}
