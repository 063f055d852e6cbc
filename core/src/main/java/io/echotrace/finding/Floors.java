package io.echotrace.finding;

/**
 * The lowest that a value was in each ten seconds, of the last forty minutes: what comes and goes is left out, what is
 * never given back stays. A value holds until the next one, however far apart they are. Constant memory.
 */
final class Floors {
    static final long SPAN_NANOS = 10_000_000_000L;
    static final int SPANS = 240;

    private static final long NONE = Long.MIN_VALUE;

    private final double[] floors = new double[SPANS];
    private int next;
    private int count;
    private long span = NONE;
    private double lowest;
    private double held;

    /** Takes the next value; whether it begins a new span, so that there is one more to look at. */
    boolean add(double value, long nowNanos) {
        long now = Math.floorDiv(nowNanos, SPAN_NANOS);
        boolean isNew = span != NONE && now > span;
        if (isNew) {
            complete(lowest);
            for (long skipped = Math.max(span + 1, now - SPANS); skipped < now; skipped++) {
                complete(held);
            }
        }
        lowest = isNew || span == NONE ? value : Math.min(lowest, value);
        held = value;
        span = now;
        return isNew;
    }

    /** As if there had been no values so far. */
    void forget() {
        count = 0;
        span = NONE;
    }

    /** How many spans are known, {@link #SPANS} at most. */
    int count() {
        return count;
    }

    /** The lowest of some spans, the latest of which is {@code age} spans old; 0 is the one that was completed last. */
    double lowest(int age, int spans) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = age; i < age + spans; i++) {
            least = Math.min(least, floor(i));
        }
        return least;
    }

    /** The highest floor of all spans that are at least so old; negative infinity when there are none. */
    double highestBefore(int age) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = age; i < count; i++) {
            most = Math.max(most, floor(i));
        }
        return most;
    }

    private double floor(int age) {
        return floors[Math.floorMod(next - 1 - age, SPANS)];
    }

    private void complete(double floor) {
        floors[next] = floor;
        next = (next + 1) % SPANS;
        count = Math.min(count + 1, SPANS);
    }
}
