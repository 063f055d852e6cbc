package io.echotrace.agent.workshop;

import java.util.ArrayDeque;

/** How long the requests of the last two seconds took. Thread-safe. */
final class Latencies {
    private static final long SPAN_NANOS = 2_000_000_000L;
    private static final int LEAST = 20;

    private final ArrayDeque<long[]> recent = new ArrayDeque<>();

    /** One ended now, and took so long. */
    synchronized void add(long nanos) {
        recent.add(new long[] {System.nanoTime(), nanos});
    }

    /** The quantile, in seconds; NaN when there were few. */
    synchronized double quantile(double share) {
        while (!recent.isEmpty() && System.nanoTime() - recent.element()[0] > SPAN_NANOS) {
            recent.remove();
        }
        long[] sorted = recent.stream().mapToLong(each -> each[1]).sorted().toArray();
        return sorted.length < LEAST ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e9;
    }
}
