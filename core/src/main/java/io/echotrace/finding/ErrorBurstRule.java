package io.echotrace.finding;

import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * More than 1 % of the calls of the last two seconds failed, and four calls more than that: so it takes five errors
 * where there are few calls, and what is a percent in the long run is not found each time that chance adds one. Fewer than
 * a hundred calls in two seconds are too few to tell: then the last hundred count, up to twenty seconds back.
 */
final class ErrorBurstRule implements Rule {
    private static final double SHARE = 0.01;
    private static final double BY_CHANCE = 4;
    private static final double RELEASE = 0.005;
    private static final double ENOUGH_CALLS = 100;
    private static final double TRIGGER_LOG = StrictMath.log(SHARE);
    private static final double WORST_LOG = StrictMath.log(0.3);

    private final RecentCalls recent;

    ErrorBurstRule(Subjects subjects) {
        recent = new RecentCalls(subjects.requestRate, subjects.requestErrors, ENOUGH_CALLS);
    }

    @Override
    public Fault fault() {
        return Fault.ERROR_BURST;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        recent.add(row);
        double calls = recent.calls();
        double errors = Math.min(recent.errors(), calls);
        double tolerated = holding ? RELEASE * calls : SHARE * calls + BY_CHANCE;
        if (errors <= tolerated) {
            return null;
        }
        double share = errors / calls;
        double severity = Evidence.severity(StrictMath.log(share), TRIGGER_LOG, WORST_LOG);
        return new Evidence(severity, recent.errorsSinceNanos(), percent(share) + " of the calls failed");
    }

    private static String percent(double share) {
        return share < 2 * SHARE ? String.format(Locale.ROOT, "%.1f %%", share * 100) : Evidence.percent(share);
    }
}
