package io.echotrace.finding;

import java.util.Locale;

/** How long something lasts that is used up by a leak, in minutes: an hour and less is a fault. */
final class TimeLeft {
    /** What is used up sooner is found. */
    static final double MINUTES = 60;
    /** What is found and lasts longer is found no more. */
    static final double RELEASE_MINUTES = 90;

    private static final double TRIGGER_LOG = -StrictMath.log(MINUTES);
    private static final double WORST_LOG = -StrictMath.log(3);

    private TimeLeft() {}

    /** From an hour, 0.4, to three minutes, 1. */
    static double severity(double minutes) {
        return Evidence.severity(-StrictMath.log(minutes), TRIGGER_LOG, WORST_LOG);
    }

    /** For example "in 12 min". */
    static String words(double minutes) {
        return minutes < 1.5 ? "in a minute" : String.format(Locale.ROOT, "in %.0f min", minutes);
    }
}
