package io.echotrace.finding;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import java.util.Arrays;

/**
 * How many calls there were of late, and how many of them failed: in the last two seconds, or in as many more, up to
 * twenty, as it takes to see enough of them. A ring of short spans: it is up to one of them longer. Constant memory.
 */
final class RecentCalls {
    private static final long SPAN_NANOS = 250_000_000L;
    private static final int TWO_SECONDS = 9; // spans, the latest of which has just begun
    private static final int TWENTY_SECONDS = 81;

    private final Metric rate;
    private final Metric errorRate;
    private final double enough;
    private final double[] callsOfSpans = new double[TWENTY_SECONDS];
    private final double[] errorsOfSpans = new double[TWENTY_SECONDS];
    private long latestSpan;
    private long previousNanos;
    private double calls;
    private double errors;
    private long errorsSinceNanos;

    /** @param enough calls for which two seconds will do */
    RecentCalls(Metric rate, Metric errorRate, double enough) {
        this.rate = rate;
        this.errorRate = errorRate;
        this.enough = enough;
    }

    /** Takes the next row: its rates are those of the time since the row before, the first's since the run started. */
    void add(Row row) {
        double seconds = (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        moveTo(Math.floorDiv(row.atNanos(), SPAN_NANOS));
        callsOfSpans[index(latestSpan)] += count(row.value(rate), seconds);
        errorsOfSpans[index(latestSpan)] += count(row.value(errorRate), seconds);
        lookBack();
    }

    double calls() {
        return calls;
    }

    double errors() {
        return errors;
    }

    /** When the earliest of the errors happened, to the span. */
    long errorsSinceNanos() {
        return errorsSinceNanos;
    }

    private static double count(double perSecond, double seconds) {
        return Double.isNaN(perSecond) ? 0 : perSecond * seconds;
    }

    private void moveTo(long span) {
        if (span - latestSpan >= TWENTY_SECONDS) {
            Arrays.fill(callsOfSpans, 0);
            Arrays.fill(errorsOfSpans, 0);
            latestSpan = span;
        }
        while (latestSpan < span) {
            latestSpan++;
            callsOfSpans[index(latestSpan)] = 0;
            errorsOfSpans[index(latestSpan)] = 0;
        }
    }

    private void lookBack() {
        calls = 0;
        errors = 0;
        for (int i = 0; i < TWENTY_SECONDS && (i < TWO_SECONDS || calls < enough); i++) {
            long span = latestSpan - i;
            calls += callsOfSpans[index(span)];
            errors += errorsOfSpans[index(span)];
            if (errorsOfSpans[index(span)] > 0) {
                errorsSinceNanos = Math.max(0, span * SPAN_NANOS);
            }
        }
    }

    private static int index(long span) {
        return (int) Math.floorMod(span, (long) TWENTY_SECONDS);
    }
}
