package io.echotrace.finding;

import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.StopText;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Stops of the whole JVM that have taken too long, or took too long to begin; they are remembered for a few seconds, so
 * that several make one finding.
 */
final class StopRule implements Rule {
    private static final long REMEMBERED_NANOS = 5_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Fault fault;
    private final ToLongFunction<Occurrence> nanos;
    private final String words;
    private final double triggerSeconds;
    private final double worstSeconds;
    private long startNanos = NEVER;
    private long endNanos = NEVER;
    private double longestSeconds;

    private StopRule(
            Fault fault, ToLongFunction<Occurrence> nanos, String words, double triggerSeconds, double worstSeconds) {
        this.fault = fault;
        this.nanos = nanos;
        this.words = words;
        this.triggerSeconds = triggerSeconds;
        this.worstSeconds = worstSeconds;
    }

    /** Stops of more than 200 ms. */
    static StopRule longStop(Fault fault) {
        return new StopRule(fault, Occurrence::lengthNanos, "stopped for up to %.0f ms", 0.2, 2);
    }

    /** Stops for which the threads had to be waited for more than 50 ms. */
    static StopRule safepointStall(Fault fault) {
        return new StopRule(fault, StopText::syncNanos, "threads took up to %.0f ms to stop", 0.05, 1);
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        if (!holding) {
            longestSeconds = 0;
        }
        for (Occurrence occurrence : row.occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.STOP) {
                remember(occurrence, nanos.applyAsLong(occurrence) / 1e9);
            }
        }
        if (row.atNanos() - endNanos > REMEMBERED_NANOS) {
            return null;
        }
        double severity = Evidence.severity(longestSeconds, triggerSeconds, worstSeconds);
        return new Evidence(severity, startNanos, endNanos, String.format(Locale.ROOT, words, longestSeconds * 1000));
    }

    private void remember(Occurrence stop, double seconds) {
        if (!(seconds > triggerSeconds)) {
            return;
        }
        if (longestSeconds == 0) {
            startNanos = stop.startNanos();
        }
        longestSeconds = Math.max(longestSeconds, seconds);
        endNanos = stop.startNanos() + stop.lengthNanos();
    }
}
