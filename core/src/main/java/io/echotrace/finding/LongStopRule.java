package io.echotrace.finding;

import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stop of the whole JVM of more than 200 ms; it is remembered for a few seconds, so that several make one finding. */
final class LongStopRule implements Rule {
    private static final double TRIGGER_SECONDS = 0.2;
    private static final double WORST_SECONDS = 2;
    private static final long REMEMBERED_NANOS = 5_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long startNanos = NEVER;
    private long endNanos = NEVER;
    private double longestSeconds;

    @Override
    public Fault fault() {
        return Fault.LONG_STOP;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        if (!holding) {
            longestSeconds = 0;
        }
        for (Occurrence occurrence : row.occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.STOP && occurrence.lengthNanos() / 1e9 > TRIGGER_SECONDS) {
                remember(occurrence);
            }
        }
        if (row.atNanos() - endNanos > REMEMBERED_NANOS) {
            return null;
        }
        double severity = Evidence.severity(longestSeconds, TRIGGER_SECONDS, WORST_SECONDS);
        String words = String.format(Locale.ROOT, "stopped for up to %.0f ms", longestSeconds * 1000);
        return new Evidence(severity, startNanos, endNanos, words);
    }

    private void remember(Occurrence stop) {
        if (longestSeconds == 0) {
            startNanos = stop.startNanos();
        }
        longestSeconds = Math.max(longestSeconds, stop.lengthNanos() / 1e9);
        endNanos = stop.startNanos() + stop.lengthNanos();
    }
}
