package io.echotrace.probe;

/**
 * How much counters have grown over a sliding window: from the newest reading that is at least one window old to the
 * latest one (or from the first one, while there is none so old). So a window of 0 spans the last two readings.
 * Allocates nothing after construction. Not thread-safe.
 */
final class CounterWindow {
    private static final int STEPS = 16;
    private static final int ROWS = STEPS + 3;

    private final long windowNanos;
    private final long[] times = new long[ROWS];
    private final long[][] rows;
    private final long[] latest;
    private long latestNanos;
    private int oldest;
    private int count;
    private boolean started;

    CounterWindow(long windowNanos, int columns) {
        this.windowNanos = windowNanos;
        this.rows = new long[ROWS][columns];
        this.latest = new long[columns];
    }

    /** Adds a reading of a window with one column. */
    void add(long nowNanos, long value) {
        step(nowNanos);
        latest[0] = value;
    }

    /** Adds a reading; the values are copied. */
    void add(long nowNanos, long[] values) {
        step(nowNanos);
        System.arraycopy(values, 0, latest, 0, latest.length);
    }

    /** Whether there are two readings with time between them. */
    boolean isReady() {
        return count > 0 && latestNanos > times[oldest];
    }

    /** The span from the window's first reading to its last; only when ready. */
    double seconds() {
        return (latestNanos - times[oldest]) / 1e9;
    }

    /** Growth over the window, never negative: a counter that fell has been reset. Only when ready. */
    long growth(int column) {
        return Math.max(0, latest[column] - rows[oldest][column]);
    }

    double perSecond(int column) {
        return growth(column) / seconds();
    }

    private void step(long nowNanos) {
        if (started) {
            keepLatest();
            while (count > 1 && nowNanos - times[(oldest + 1) % ROWS] >= windowNanos) {
                oldest = (oldest + 1) % ROWS;
                count--;
            }
        }
        started = true;
        latestNanos = nowNanos;
    }

    /** Keeps a reading only if it lies a step of the window after the last one kept: bounded at any interval. */
    private void keepLatest() {
        int last = (oldest + count - 1) % ROWS;
        if (count > 0 && latestNanos - times[last] < windowNanos / STEPS) {
            return;
        }
        int next = (oldest + count) % ROWS;
        times[next] = latestNanos;
        System.arraycopy(latest, 0, rows[next], 0, latest.length);
        count++;
    }
}
