package io.echotrace.session;

import java.util.function.LongSupplier;

/** Run time: nanoseconds since the run started, from the one monotonic clock of the host JVM. Thread-safe. */
final class RunClock implements LongSupplier {
    private final LongSupplier nanoTime;
    private final long startNanoTime;

    /** @param nanoTime {@code System::nanoTime}; a fake one in tests */
    RunClock(LongSupplier nanoTime, long startNanoTime) {
        this.nanoTime = nanoTime;
        this.startNanoTime = startNanoTime;
    }

    @Override
    public long getAsLong() {
        return nanoTime.getAsLong() - startNanoTime;
    }
}
