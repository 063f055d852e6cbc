package io.echotrace.probe;

import org.jspecify.annotations.Nullable;

/** A group of calls whose counts a test says; each is fetched once. */
public final class FakeCalls implements CallSource {
    private final String name;
    private final CallCounts counted = new CallCounts();
    private @Nullable RuntimeException failure;

    public FakeCalls(String name) {
        this.name = name;
    }

    public synchronized FakeCalls call(long nanos) {
        return calls(1, nanos);
    }

    public synchronized FakeCalls calls(long calls, long nanos) {
        counted.add(DurationBuckets.of(nanos), calls);
        counted.longest(nanos);
        return this;
    }

    public synchronized FakeCalls errors(long errors) {
        counted.addErrors(errors);
        return this;
    }

    public synchronized FakeCalls inFlight(long calls) {
        counted.inFlight(calls);
        return this;
    }

    /** From now on it throws this. */
    public synchronized FakeCalls failing(RuntimeException newFailure) {
        failure = newFailure;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void drainTo(CallCounts counts) {
        long inFlight = counted.inFlight();
        counts.add(counted);
        counted.clear();
        counted.inFlight(inFlight);
        if (failure != null) {
            throw failure;
        }
    }
}
