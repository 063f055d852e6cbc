package io.echotrace.mapping;

import java.util.Arrays;

/**
 * How many events there were in the last second, whatever their order and however many at once. Constant memory, and the
 * same effort for one event and for a million. The probe thread's own.
 */
final class EventRate {
    private static final long PART_NANOS = 100_000_000L;
    private static final int PARTS_PER_SECOND = 10;
    /** What is learned of late, up to half a second, still finds its part. */
    private static final int PARTS = 16;

    private final double[] counts = new double[PARTS];
    private long newest = Long.MIN_VALUE;

    /**
     * Adds events that were spread over a length.
     *
     * @param lengthNanos 0 or more
     */
    void add(long startNanos, long lengthNanos, double count) {
        long last = partOf(startNanos + lengthNanos);
        advance(last);
        long first = partOf(startNanos);
        double each = count / (last - first + 1);
        for (long part = Math.max(first, newest - PARTS + 1); part <= last; part++) {
            counts[slot(part)] += each;
        }
    }

    /** Events in the second that ends now. */
    double perSecond(long nowNanos) {
        long now = partOf(nowNanos);
        advance(now);
        double share = 1 - (nowNanos - now * PART_NANOS) / (double) PART_NANOS; // of the part that is leaving
        double sum = share * count(now - PARTS_PER_SECOND);
        for (long part = now - PARTS_PER_SECOND + 1; part <= now; part++) {
            sum += count(part);
        }
        return sum;
    }

    private double count(long part) {
        return part > newest || part <= newest - PARTS ? 0 : counts[slot(part)];
    }

    private void advance(long part) {
        if (newest == Long.MIN_VALUE || part - newest >= PARTS) {
            Arrays.fill(counts, 0);
            newest = part;
        }
        while (newest < part) {
            newest++;
            counts[slot(newest)] = 0;
        }
    }

    private static long partOf(long nanos) {
        return Math.floorDiv(nanos, PART_NANOS);
    }

    private static int slot(long part) {
        return (int) Math.floorMod(part, (long) PARTS);
    }
}
