package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What collections leave of the heap rises all the time, and so fast that the heap is full within an hour. Told in about a
 * tenth of the time that it takes to fill the heap where it begins after a time without a rise, and by the heap's share
 * that has gone already; else, as in the first minutes of a program, or where collections are rare, or where some of them
 * take back a part, it takes five, ten, twenty or forty minutes, and five collections or more. It must also be more than
 * was ever left in the last forty minutes: what a collection could take back once, it can take back again.
 */
final class MemoryLeakRule implements Rule {
    /** Of what was free, gone since a leak began: less could be anything. */
    private static final double GONE = 0.06;

    private final Rises rises = new Rises(
            Trend.quick(rise -> fillsTheHeap(rise) && hasTakenMuch(rise)),
            Trend.slow(this::fillsTheHeap, 5, 10, 20, 40));
    private double used;

    @Override
    public Fault fault() {
        return Fault.MEMORY_LEAK;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        used = row.value(Metrics.HEAP_AFTER_GC);
        if (Double.isNaN(used)) {
            rises.forget();
            return null;
        }
        SteadyRise rise = rises.follow(used, row.atNanos());
        double minutes = rise == null ? Double.POSITIVE_INFINITY : minutesToFull(rise);
        if (rise == null || minutes > (holding ? TimeLeft.RELEASE_MINUTES : TimeLeft.MINUTES)) {
            return null;
        }
        String words = String.format(
                Locale.ROOT,
                "heap after GC rises %.1f %% a minute, full %s",
                rise.perMinute() * 100,
                TimeLeft.words(minutes));
        return new Evidence(TimeLeft.severity(minutes), row.atNanos(), words);
    }

    private boolean fillsTheHeap(SteadyRise rise) {
        return minutesToFull(rise) < TimeLeft.MINUTES;
    }

    private static boolean hasTakenMuch(SteadyRise rise) {
        return rise.rise() > GONE * (1 - rise.from());
    }

    private double minutesToFull(SteadyRise rise) {
        return Math.max(0, 1 - used) / rise.perMinute();
    }
}
