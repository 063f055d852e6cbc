package io.echotrace.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.util.List;

/**
 * Pauses of garbage collections as their beans count them, in whole milliseconds, for a JVM whose safepoints cannot be
 * read. The beans are up to date when a pause ends; their notifications come up to 300 ms later, too late for a recording.
 * A pause counts as a safepoint without time to safepoint; other safepoints are not seen.
 */
final class GcCounters implements SafepointCounters {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final byte[] CAUSE = StopRing.ascii("GC");

    private final GarbageCollectorMXBean[] pauses;

    GcCounters(List<GarbageCollectorMXBean> pauses) {
        this.pauses = pauses.toArray(new GarbageCollectorMXBean[0]);
    }

    @Override
    public long count() {
        long sum = 0;
        for (GarbageCollectorMXBean bean : pauses) {
            sum += bean.getCollectionCount();
        }
        return sum;
    }

    @Override
    public long ended() {
        return count();
    }

    @Override
    public long stoppedNanos() {
        long sum = 0;
        for (GarbageCollectorMXBean bean : pauses) {
            sum += bean.getCollectionTime();
        }
        return sum * NANOS_PER_MILLI;
    }

    @Override
    public long runningNanos() {
        return UNKNOWN;
    }

    @Override
    public long syncNanos() {
        return 0;
    }

    @Override
    public long collections() {
        return count();
    }

    @Override
    public int copyCause(byte[] into, int offset) {
        System.arraycopy(CAUSE, 0, into, offset, CAUSE.length);
        return CAUSE.length;
    }
}
