package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deadlocked threads, found by two searches in a row: the second is a second after the first, the value holds in between. */
final class DeadlockRule implements Rule {
    private static final long TWO_SEARCHES_NANOS = 1_500_000_000L;
    private static final long NOT_SEEN = Long.MIN_VALUE;

    private long seenSinceNanos = NOT_SEEN;

    @Override
    public Fault fault() {
        return Fault.DEADLOCK;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double threads = row.value(Metrics.THREADS_DEADLOCKED);
        if (!(threads > 0)) {
            seenSinceNanos = NOT_SEEN;
            return null;
        }
        if (seenSinceNanos == NOT_SEEN) {
            seenSinceNanos = row.atNanos();
        }
        if (row.atNanos() - seenSinceNanos < TWO_SEARCHES_NANOS) {
            return null;
        }
        return new Evidence(1, seenSinceNanos, String.format(Locale.ROOT, "%.0f threads wait for each other", threads));
    }
}
