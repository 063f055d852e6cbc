package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * File descriptors that are opened and never closed: their number rises all the time, by a fifth and by sixteen at least
 * within four minutes where it hardly rose before and will be at its limit within an hour; else by a quarter and by forty
 * for ten minutes or twenty, whatever the limit. Connections that come and go with the load are no such trend.
 */
final class FileDescriptorLeakRule implements Rule {
    private static final double BEGUN_SHARE = 0.2;
    private static final double BEGUN_RISE = 16;
    private static final double RISE_SHARE = 0.25;
    private static final double RISE = 40;

    private final Rises rises = new Rises(
            Trend.quick(rise -> minutesToLimit(rise) < TimeLeft.MINUTES
                    && rise.rise() >= Math.max(BEGUN_RISE, BEGUN_SHARE * rise.from())),
            Trend.slow(rise -> rise.rise() >= Math.max(RISE, RISE_SHARE * rise.from()), 10, 20));
    private double open;
    private double left; // until the limit; NaN when it is unknown

    @Override
    public Fault fault() {
        return Fault.FILE_DESCRIPTOR_LEAK;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        open = row.value(Metrics.FILE_DESCRIPTORS);
        left = open / row.value(Metrics.FILE_DESCRIPTOR_UTILIZATION) - open;
        if (Double.isNaN(open)) {
            rises.forget();
            return null;
        }
        SteadyRise rise = rises.follow(open, row.atNanos());
        return rise == null ? null : evidence(rise, row.atNanos());
    }

    private Evidence evidence(SteadyRise rise, long nowNanos) {
        double minutes = minutesToLimit(rise);
        boolean isNear = minutes < TimeLeft.RELEASE_MINUTES;
        String words = String.format(Locale.ROOT, "%.0f open, %.0f more a minute", open, rise.perMinute())
                + (isNear ? ", at their limit " + TimeLeft.words(minutes) : "");
        return new Evidence(TimeLeft.severity(isNear ? minutes : TimeLeft.MINUTES), nowNanos, words);
    }

    /** NaN where the limit is not known. */
    private double minutesToLimit(SteadyRise rise) {
        return Math.max(0, left) / rise.perMinute();
    }
}
