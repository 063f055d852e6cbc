package io.echotrace.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What speaks for a fault at one instant. Immutable. */
final class Evidence {
    /** It goes on as long as its rule says so. */
    private static final long OPEN = Long.MAX_VALUE;

    private static final double FROM = 0.4;
    private static final double TO = 1;

    final double severity;
    final long sinceNanos;
    final long untilNanos;
    final String words;

    /** @param sinceNanos when the fault began, which may be before the row that proves it */
    Evidence(double severity, long sinceNanos, String words) {
        this(severity, sinceNanos, OPEN, words);
    }

    /** @param untilNanos when it was over, though its rule remembers it for longer */
    Evidence(double severity, long sinceNanos, long untilNanos, String words) {
        this.severity = severity;
        this.sinceNanos = sinceNanos;
        this.untilNanos = untilNanos;
        this.words = words;
    }

    /** The stronger of two; of equal ones this, the newer, which knows better when it was over. */
    Evidence strongerThan(@Nullable Evidence earlier) {
        return earlier == null || severity >= earlier.severity
                ? this
                : new Evidence(earlier.severity, earlier.sinceNanos, untilNanos, earlier.words);
    }

    /** A severity of 0.4 at the trigger, so that it is heard, up to 1 at the worst. */
    static double severity(double value, double trigger, double worst) {
        double share = (value - trigger) / (worst - trigger);
        return FROM + (TO - FROM) * Math.max(0, Math.min(share, 1));
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", fraction * 100);
    }
}
