package io.echotrace.probe;

import java.util.Arrays;

/** What a group of calls has counted in one interval. Not thread-safe. */
public final class CallCounts {
    private final long[] buckets = new long[DurationBuckets.COUNT];
    /** The buckets in use, so that an interval with few kinds of durations is quickly read and cleared. */
    private int lowest = DurationBuckets.COUNT;

    private int highest = -1;
    private long calls;
    private long errors;
    private long longestNanos;
    private long inFlight;

    /** Nothing counted yet. */
    public CallCounts() {}

    /**
     * Adds calls that have ended, those that threw included.
     *
     * @param bucket of their duration, by {@link DurationBuckets#of}
     */
    public void add(int bucket, long moreCalls) {
        buckets[bucket] += moreCalls;
        calls += moreCalls;
        lowest = Math.min(lowest, bucket);
        highest = Math.max(highest, bucket);
    }

    /** Adds so many of the calls that threw. */
    public void addErrors(long moreErrors) {
        errors += moreErrors;
    }

    /** Says how long the longest call took; the larger of this and what was said before is kept. */
    public void longest(long nanos) {
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** Says how many calls go on now; what was said before is replaced. */
    public void inFlight(long callsNow) {
        inFlight = callsNow;
    }

    /** Calls that have ended. */
    public long calls() {
        return calls;
    }

    /** Calls whose duration lies in the bucket. */
    public long calls(int bucket) {
        return buckets[bucket];
    }

    /** Calls that threw. */
    public long errors() {
        return errors;
    }

    /** The longest call's exact duration; 0 when that was not said. */
    public long longestNanos() {
        return longestNanos;
    }

    /** Calls that go on now. */
    public long inFlight() {
        return inFlight;
    }

    /**
     * The duration that a share of the calls keep within: that of the call of the nearest rank, exact to the middle of its
     * bucket and never beyond the longest call's.
     *
     * @param share 0…1, for example 0.99
     * @return nanoseconds; NaN when there were no calls
     */
    public double quantileNanos(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * calls));
        long seen = 0;
        for (int i = lowest; i <= highest; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                double middle = DurationBuckets.middleNanos(i);
                return longestNanos > 0 ? Math.min(middle, (double) longestNanos) : middle;
            }
        }
        return Double.NaN;
    }

    /** Adds all that another has counted; the calls that go on now add up. */
    void add(CallCounts other) {
        for (int i = other.lowest; i <= other.highest; i++) {
            buckets[i] += other.buckets[i];
        }
        calls += other.calls;
        errors += other.errors;
        inFlight += other.inFlight;
        longest(other.longestNanos);
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
    }

    void clear() {
        if (highest >= 0) {
            Arrays.fill(buckets, lowest, highest + 1, 0);
        }
        lowest = DurationBuckets.COUNT;
        highest = -1;
        calls = 0;
        errors = 0;
        longestNanos = 0;
        inFlight = 0;
    }
}
