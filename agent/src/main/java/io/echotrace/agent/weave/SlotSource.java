package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.MethodGroup;
import io.echotrace.probe.CallCounts;
import io.echotrace.probe.CallSource;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The calls of one group, as its slot of the recorder counts them. For one thread, but for the totals. */
final class SlotSource implements CallSource {
    private final MethodGroup group;
    private final int slot;
    private final AtomicIntegerArray cells;
    /** What the cells held when they were read before: they wrap around, their differences do not. */
    private final int[] seen;

    private long entered;
    private long left;
    private long failed;
    /** For those who look on. */
    private volatile long totalCalls;

    private volatile long totalErrors;
    private volatile long inFlight;

    /** Opens the slot. */
    SlotSource(MethodGroup group, Recorder recorder) throws ReflectiveOperationException {
        this.group = group;
        slot = recorder.open(group.outermostOnly());
        cells = recorder.cells(slot);
        seen = new int[cells.length()];
    }

    MethodGroup group() {
        return group;
    }

    int slot() {
        return slot;
    }

    @Override
    public String name() {
        return group.name();
    }

    @Override
    public void drainTo(CallCounts counts) {
        long calls = 0;
        long errors = 0;
        for (int stripe = 0; stripe < seen.length; stripe += CallRecorder.STRIDE) {
            calls += drainBuckets(stripe + CallRecorder.BUCKETS, counts);
            errors += drain(stripe + CallRecorder.ERRORS);
            counts.longest(takeLongest(stripe + CallRecorder.LONGEST));
        }
        counts.addErrors(errors);
        left += calls;
        failed += errors;
        long underWay = drainEntered() - left; // read after the ends: never below zero
        counts.inFlight(underWay);
        totalCalls = left;
        totalErrors = failed;
        inFlight = underWay;
    }

    /** Calls that have ended, as of the last drain. */
    long totalCalls() {
        return totalCalls;
    }

    /** Calls that threw, as of the last drain. */
    long totalErrors() {
        return totalErrors;
    }

    /** Calls under way at the last drain. */
    long inFlight() {
        return inFlight;
    }

    private long drainBuckets(int first, CallCounts counts) {
        long calls = 0;
        for (int bucket = 0; bucket < CallRecorder.BUCKET_COUNT; bucket++) {
            int more = drain(first + bucket);
            if (more != 0) {
                counts.add(bucket, Integer.toUnsignedLong(more));
                calls += Integer.toUnsignedLong(more);
            }
        }
        return calls;
    }

    private int drain(int cell) {
        int now = cells.get(cell);
        int more = now - seen[cell];
        seen[cell] = now;
        return more;
    }

    private long takeLongest(int cell) {
        return (long) Float.intBitsToFloat(cells.getAndSet(cell, 0));
    }

    /** Calls that have begun since the slot was opened. */
    private long drainEntered() {
        for (int stripe = 0; stripe < seen.length; stripe += CallRecorder.STRIDE) {
            entered += Integer.toUnsignedLong(drain(stripe + CallRecorder.ENTERED));
        }
        return entered;
    }
}
