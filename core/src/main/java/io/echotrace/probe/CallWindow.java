package io.echotrace.probe;

/**
 * The calls of the last two seconds, or of the last interval where that is longer: a ring of shorter spans, each of which
 * is dropped as a whole when all of it is older. So what is kept reaches back two seconds at least, and a span and an
 * interval more at most. Constant memory, some 120 KB from the first call on. One thread's at a time.
 */
final class CallWindow {
    private static final long WINDOW_NANOS = 2_000_000_000L;
    private static final long SPAN_NANOS = 200_000_000L;
    /** Spans that end within the window, and the latest one, which may still be growing. */
    private static final int SPANS = (int) (WINDOW_NANOS / SPAN_NANOS) + 1;

    private final Span[] spans = new Span[SPANS];
    private final CallCounts sum = new CallCounts();
    private int latest;
    private boolean outdated;

    CallWindow() {
        for (int i = 0; i < SPANS; i++) {
            spans[i] = new Span();
        }
    }

    /** Adds what was counted in an interval, whose end is now. */
    void add(CallCounts counts, long fromNanos, long nowNanos) {
        // A long interval stands alone: what lies before it must not be kept for longer because of it.
        if (spans[latest].isFull() || nowNanos - fromNanos >= SPAN_NANOS) {
            latest = (latest + 1) % SPANS;
            drop(spans[latest]);
        }
        spans[latest].add(counts, fromNanos, nowNanos);
        outdated |= counts.calls() > 0;
        for (Span span : spans) {
            if (nowNanos - span.toNanos >= WINDOW_NANOS) {
                drop(span);
            }
        }
    }

    /** All of them, merged: valid until the next call of a method. */
    CallCounts counts() {
        if (outdated) {
            outdated = false;
            sum.clear();
            for (Span span : spans) {
                sum.add(span.counts);
            }
        }
        return sum;
    }

    private void drop(Span span) {
        outdated |= span.counts.calls() > 0;
        span.clear();
    }

    private static final class Span {
        final CallCounts counts = new CallCounts();
        private long fromNanos;
        private long toNanos;

        boolean isFull() {
            return toNanos - fromNanos >= SPAN_NANOS;
        }

        void add(CallCounts more, long from, long to) {
            if (toNanos == fromNanos) {
                fromNanos = from;
            }
            toNanos = to;
            counts.add(more);
        }

        void clear() {
            counts.clear();
            fromNanos = 0;
            toNanos = 0;
        }
    }
}
