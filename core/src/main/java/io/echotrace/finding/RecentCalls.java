package io.echotrace.finding;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Row;
import java.util.Arrays;

/**
 * How many calls there were of late, and how many of them failed: in the last two seconds, or as far back as it takes to
 * see a hundred of them. A ring of spans of a quarter of a second, or of a row where that is longer, in each of which there
 * was a call: it is up to one of them longer. Constant memory.
 */
final class RecentCalls {
    private static final double ENOUGH = 100;
    private static final long WINDOW_NANOS = 2_000_000_000L;
    private static final long SPAN_NANOS = 250_000_000L;
    /** One for each of the calls that are enough, and for what is added in two seconds. */
    private static final int SPANS = 128;

    private final CallMetrics metrics;
    private final Span[] spans = new Span[SPANS];
    private int latest;
    private long previousNanos;
    private double calls;
    private double errors;
    private double callsSinceError;
    private long errorsSinceNanos;
    private boolean rare;

    RecentCalls(CallMetrics metrics) {
        this.metrics = metrics;
        Arrays.setAll(spans, i -> new Span());
    }

    /** Takes the next row: its rates are those of the time since the row before, the first's since the run started. */
    void add(Row row) {
        long fromNanos = previousNanos;
        previousNanos = row.atNanos();
        double seconds = (row.atNanos() - fromNanos) / 1e9;
        double ended = count(row.value(metrics.rate()), seconds);
        double failed = Math.min(ended, count(row.value(metrics.errors()), seconds));
        if (ended > 0) {
            spanAt(row.atNanos()).add(fromNanos, row.atNanos(), ended, failed);
            callsSinceError = failed > 0 ? 0 : callsSinceError + ended;
        }
        lookBack(row.atNanos());
    }

    double calls() {
        return calls;
    }

    double errors() {
        return errors;
    }

    /** How many calls have ended well since a row with an error, be they of late or not. */
    double callsSinceError() {
        return callsSinceError;
    }

    /** Whether it took more than two seconds to see enough calls. */
    boolean areRare() {
        return rare;
    }

    /** Begin of the row that the earliest of the errors was in. */
    long errorsSinceNanos() {
        return errorsSinceNanos;
    }

    /** As if there had been no calls so far. */
    void forget() {
        Arrays.setAll(spans, i -> new Span());
        calls = 0;
        errors = 0;
    }

    private static double count(double perSecond, double seconds) {
        return Double.isNaN(perSecond) ? 0 : perSecond * seconds;
    }

    private Span spanAt(long nowNanos) {
        if (spans[latest].calls > 0 && nowNanos - spans[latest].fromNanos > SPAN_NANOS) {
            latest = (latest + 1) % SPANS;
            spans[latest] = new Span();
        }
        return spans[latest];
    }

    private void lookBack(long nowNanos) {
        calls = 0;
        errors = 0;
        rare = false;
        for (int i = 0; i < SPANS; i++) {
            Span span = spans[(latest - i + SPANS) % SPANS];
            boolean isOld = nowNanos - span.toNanos >= WINDOW_NANOS;
            if (span.calls == 0 || (isOld && calls >= ENOUGH)) {
                return;
            }
            rare |= isOld;
            calls += span.calls;
            errors += span.errors;
            if (span.errors > 0) {
                errorsSinceNanos = span.errorsFromNanos;
            }
        }
    }

    private static final class Span {
        private long fromNanos;
        private long toNanos;
        private long errorsFromNanos;
        private double calls;
        private double errors;

        void add(long from, long to, double ended, double failed) {
            fromNanos = calls == 0 ? from : fromNanos;
            toNanos = to;
            errorsFromNanos = errors == 0 ? from : errorsFromNanos;
            calls += ended;
            errors += failed;
        }
    }
}
