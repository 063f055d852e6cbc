package io.echotrace.anomaly;

import java.util.Arrays;

/** What a metric usually is at a time of day: a mean for each hour, counted from the start of the run. */
final class DayProfile {
    private static final int HOURS = 24;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final double VALUES = 20;

    private final double[] means = new double[HOURS];

    DayProfile() {
        clear();
    }

    /** How far the value is from what is usual at this time, which it then changes. */
    double deviation(double value, long atNanos) {
        int hour = (int) Math.floorMod(Math.floorDiv(atNanos, HOUR_NANOS), (long) HOURS);
        if (Double.isNaN(means[hour])) {
            means[hour] = value;
            return 0;
        }
        double deviation = value - means[hour];
        means[hour] += deviation / VALUES;
        return deviation;
    }

    void clear() {
        Arrays.fill(means, Double.NaN);
    }
}
