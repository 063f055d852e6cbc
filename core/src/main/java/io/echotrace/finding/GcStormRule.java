package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** More than 3 collections a second, or more than 10 % of the time in their pauses. */
final class GcStormRule implements Rule {
    private static final double RATE = 3;
    private static final double WORST_RATE = 15;
    private static final double TIME = 0.10;
    private static final double WORST_TIME = 0.5;
    /** A storm that is found lasts until it has calmed down to this share of its triggers. */
    private static final double RELEASE = 0.6;

    @Override
    public Fault fault() {
        return Fault.GC_STORM;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double factor = holding ? RELEASE : 1;
        double rate = row.value(Metrics.GC_RATE);
        double time = row.value(Metrics.GC_TIME);
        boolean often = rate > RATE * factor;
        boolean lengthy = time > TIME * factor;
        if (!often && !lengthy) {
            return null;
        }
        double severity = Math.max(
                often ? Evidence.severity(rate, RATE, WORST_RATE) : 0,
                lengthy ? Evidence.severity(time, TIME, WORST_TIME) : 0);
        String words = lengthy
                ? Evidence.percent(time) + " of the time in GC pauses"
                : String.format(Locale.ROOT, "%.1f collections a second", rate);
        return new Evidence(severity, row.atNanos(), words);
    }
}
