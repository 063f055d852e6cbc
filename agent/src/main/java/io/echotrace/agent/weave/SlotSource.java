package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.MethodGroup;
import io.echotrace.probe.CallCounts;
import io.echotrace.probe.CallSource;
import io.echotrace.probe.DurationBuckets;
import io.echotrace.probe.UnavailableException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;

/** The calls of one group, as its slot of the recorder counts them. For one thread, but for the totals. */
final class SlotSource implements CallSource {
    private final MethodGroup group;
    private final int slot;
    private final AtomicIntegerArray cells;
    private final int[] lost;
    private final BooleanSupplier timed;
    /** What the cells held when they were read before: they wrap around, their differences do not. */
    private final int[] seen;

    private boolean found;
    private long entered;
    private long left;
    private long failed;
    /** For those who look on. */
    private volatile long totalCalls;

    private volatile long totalErrors;
    private volatile long inFlight;

    /**
     * Opens the slot.
     *
     * @param timed whether a method of the group is timed, asked until one has been
     */
    SlotSource(MethodGroup group, Recorder recorder, BooleanSupplier timed) throws ReflectiveOperationException {
        this.group = group;
        this.timed = timed;
        slot = recorder.open(group.outermostOnly());
        cells = recorder.cells(slot);
        lost = recorder.lost();
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
        found = found || timed.getAsBoolean();
        if (!found) {
            throw new UnavailableException("matches nothing so far");
        }
        long calls = 0;
        long errors = 0;
        for (int stripe = 0; stripe < seen.length; stripe += CallRecorder.STRIDE) {
            calls += drainBuckets(stripe, counts);
            errors += Integer.toUnsignedLong(drain(stripe + CallRecorder.ERRORS));
        }
        counts.addErrors(errors);
        left += calls;
        failed += errors;
        long underWay = drainEntered() - left - lost[slot]; // read after the ends: never below zero
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

    private long drainBuckets(int stripe, CallCounts counts) {
        long calls = 0;
        int highest = 0;
        for (int bucket = 0; bucket < CallRecorder.BUCKET_COUNT; bucket++) {
            long more = Integer.toUnsignedLong(drain(stripe + CallRecorder.BUCKETS + bucket));
            if (more != 0) {
                counts.add(bucket, more);
                calls += more;
                highest = bucket;
            }
        }
        long longest = (long) Float.intBitsToFloat(cells.getAndSet(stripe + CallRecorder.LONGEST, 0));
        counts.longest(longest);
        if (DurationBuckets.of(longest) < highest) { // its length was written before the last drain, and taken by it
            counts.longest((long) DurationBuckets.middleNanos(highest));
        }
        return calls;
    }

    private int drain(int cell) {
        int now = cells.get(cell);
        int more = now - seen[cell];
        seen[cell] = now;
        return more;
    }

    /** Calls that have begun since the slot was opened. */
    private long drainEntered() {
        for (int stripe = 0; stripe < seen.length; stripe += CallRecorder.STRIDE) {
            entered += Integer.toUnsignedLong(drain(stripe + CallRecorder.ENTERED));
        }
        return entered;
    }
}
