package io.echotrace.agent.workshop;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** How fast a counter grew in the last seconds. Not thread-safe. */
final class Growth {
    private final long spanNanos;
    private final ArrayDeque<Reading> readings = new ArrayDeque<>();
    private @Nullable Reading before; // the last one that is older than the span

    Growth(double spanSeconds) {
        this.spanNanos = (long) (spanSeconds * 1e9);
    }

    /** Takes the counter of now; returns what it grew by a second over the span, NaN until there was one. */
    double perSecond(double counter) {
        long nowNanos = System.nanoTime();
        while (!readings.isEmpty() && nowNanos - readings.getFirst().nanos >= spanNanos) {
            before = readings.removeFirst();
        }
        readings.addLast(new Reading(nowNanos, counter));
        return before == null ? Double.NaN : (counter - before.counter) / (nowNanos - before.nanos) * 1e9;
    }

    private static final class Reading {
        final long nanos;
        final double counter;

        Reading(long nanos, double counter) {
            this.nanos = nanos;
            this.counter = counter;
        }
    }
}
