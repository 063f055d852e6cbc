package io.echotrace.finding;

import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * More than 1 % of the calls of the last two seconds failed, and more than chance adds to that, which is four calls at
 * least: so it takes five errors where there are few calls, and what is a percent in the long run is not found each time
 * that chance adds one. Fewer than a hundred calls in two seconds are too few to tell: then the last hundred count.
 *
 * <p>It ends when no more than half a percent of them failed or, where calls are rare, when so many in a row have
 * succeeded as would hardly do with such a share of errors. That no calls come ends nothing.
 */
final class ErrorBurstRule implements Rule {
    private static final double SHARE = 0.01;
    private static final double BY_CHANCE = 4;
    /** How many standard deviations chance may add, if calls fail one by one. */
    private static final double DEVIATIONS = 5;

    private static final double RELEASE = 0.005;
    /** That no call fails where so many are expected to has a probability of exp(-4), which is 2 %. */
    private static final double EXPECTED_ERRORS = 4;

    private static final double TRIGGER_LOG = StrictMath.log(SHARE);
    private static final double WORST_LOG = StrictMath.log(0.3);

    private final RecentCalls recent;

    ErrorBurstRule(Subjects subjects) {
        recent = new RecentCalls(subjects.requests);
    }

    @Override
    public Fault fault() {
        return Fault.ERROR_BURST;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        recent.add(row);
        double calls = recent.calls();
        double errors = recent.errors();
        if (errors <= (holding ? RELEASE * calls : tolerated(calls))) {
            return null;
        }
        double share = errors / calls;
        if (holding && recent.areRare() && recent.callsSinceError() * share > EXPECTED_ERRORS) {
            recent.forget();
            return null;
        }
        double severity = Evidence.severity(StrictMath.log(share), TRIGGER_LOG, WORST_LOG);
        return new Evidence(severity, recent.errorsSinceNanos(), percent(share) + " of the calls failed");
    }

    private static double tolerated(double calls) {
        double expected = SHARE * calls;
        return expected + Math.max(BY_CHANCE, DEVIATIONS * StrictMath.sqrt(expected));
    }

    private static String percent(double share) {
        return share < 2 * SHARE ? String.format(Locale.ROOT, "%.1f %%", share * 100) : Evidence.percent(share);
    }
}
