package io.echotrace.finding;

/**
 * The lowest that a value was in each of many spans of time, as far back as there is room for: what comes and goes is left
 * out, what is never given back stays. A value holds until the next one, however far apart they are. Constant memory.
 */
final class Floors {
    private static final long NONE = Long.MIN_VALUE;

    private final long spanNanos;
    private final double[] floors;
    private int next;
    private int count;
    private long span = NONE;
    private double lowest;
    private double held;

    /**
     * @param spanSeconds how long a span is
     * @param spans how many are remembered
     */
    Floors(int spanSeconds, int spans) {
        spanNanos = spanSeconds * 1_000_000_000L;
        floors = new double[spans];
    }

    /** Takes the next value; whether it begins a new span, so that there is one more to look at. */
    boolean add(double value, long nowNanos) {
        long now = Math.floorDiv(nowNanos, spanNanos);
        boolean isNew = span != NONE && now > span;
        if (isNew) {
            complete(lowest);
            for (long skipped = Math.max(span + 1, now - floors.length); skipped < now; skipped++) {
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

    double spanMinutes() {
        return spanNanos / 60e9;
    }

    /** How many spans can be remembered. */
    int capacity() {
        return floors.length;
    }

    /** How many spans are known. */
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
        return floors[Math.floorMod(next - 1 - age, floors.length)];
    }

    private void complete(double floor) {
        floors[next] = floor;
        next = (next + 1) % floors.length;
        count = Math.min(count + 1, floors.length);
    }
}
